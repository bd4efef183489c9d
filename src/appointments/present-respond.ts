import type { RespondMoment, RespondView } from './respond.read-model.js';

/** A respondent's own page as JSON. */
export function presentRespond({ standing, deadline, moments, booking, asked }: RespondView) {
  const booked = booking && { ...presentMoment(booking), reference: booking.reference };
  return {
    standing,
    deadline: deadline?.toISOString() ?? null,
    slots: moments.map(presentMoment),
    consent: asked.map(({ code, required, text }) => ({ code, required, text })),
    appointment: booked && {
      ...booked,
      canChange: booking.canChange,
      changeUntil: booking.changeUntil.toISOString(),
    },
  };
}

function presentMoment({ id, start, end, interviewer, place, mode }: RespondMoment) {
  return { id, start: start.toISOString(), end: end.toISOString(), interviewer, place, mode };
}
