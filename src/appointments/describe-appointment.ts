import type { InvitedEvent } from '../calendar/invitations.service.js';
import type { Language } from '../kernel/text/language.js';
import type { Site } from '../studies/site.entity.js';
import type { Study } from '../studies/study.entity.js';
import { calendarTexts } from '../../templates/mail/calendar-texts.js';
import { appointmentTitle } from '../../templates/mail/interviewer-mails.js';
import { placeOf } from './appointment-place.js';
import type { Appointment } from './appointment.entity.js';
import type { AppointmentFacts } from './organizer-changes.js';

export interface DescribedAppointment {
  readonly appointment: Pick<Appointment, 'id' | 'kind'> & AppointmentFacts;
  readonly study: Pick<Study, 'id' | 'title' | 'timezone'>;
  readonly site: Pick<Site, 'name' | 'visitAddress'>;
}

/** The appointment in its respondent's calendar. */
export function respondentEvent(
  scene: DescribedAppointment,
  { language, interviewer }: { readonly language: Language; readonly interviewer: string },
): InvitedEvent {
  const t = calendarTexts[language];
  const { title } = scene.study;
  return {
    ...frame(scene),
    summary: t.interview(title),
    location: placeOf(scene.appointment, scene.site, language),
    description: t.respondent(title, interviewer),
  };
}

/** The appointment in a calendar of the team: a pseudonym (null for an observation), never a name. */
export function teamEvent(
  scene: DescribedAppointment,
  {
    language,
    pseudonym,
    url,
  }: { readonly language: Language; readonly pseudonym: string | null; readonly url: string },
): InvitedEvent {
  const { kind } = scene.appointment;
  const siteName = scene.site.name;
  return {
    ...frame(scene),
    summary: `${appointmentTitle(language, { kind, pseudonym, siteName })} · ${siteName}`,
    location: placeOf(scene.appointment, scene.site, language),
    url,
    description: calendarTexts[language].team(scene.study.title),
  };
}

function frame({ appointment, study }: DescribedAppointment) {
  const { id: subjectId, startsAt: start, endsAt: end } = appointment;
  return { studyId: study.id, subject: 'appointment', subjectId, start, end, zone: study.timezone } as const;
}
