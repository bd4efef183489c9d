import type { OrganizerChange } from '../calendar/itip/next-sequence.js';
import type { InterviewMode } from '../studies/study-parts.js';

/** What of an appointment can change. */
export interface AppointmentFacts {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly interviewerId: string;
  readonly mode: InterviewMode;
  readonly place?: string | null | undefined;
}

/** How an appointment differs from what it was, in the terms that decide whether people are asked again. */
export function organizerChanges(was: AppointmentFacts, is: AppointmentFacts): OrganizerChange[] {
  const changes: [OrganizerChange, boolean][] = [
    ['start', was.startsAt.getTime() !== is.startsAt.getTime()],
    ['end', was.endsAt.getTime() !== is.endsAt.getTime()],
    ['mode', was.mode !== is.mode],
    ['address', (was.place ?? null) !== (is.place ?? null)],
    ['people', was.interviewerId !== is.interviewerId],
  ];
  return changes.flatMap(([change, happened]) => (happened ? [change] : []));
}
