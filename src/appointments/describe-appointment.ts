import type { FeedItem } from '../calendar/feeds/domain/feed-item.js';
import type { InvitedEvent } from '../calendar/invitations.service.js';
import type { Language } from '../kernel/text/language.js';
import type { Site } from '../studies/site.entity.js';
import type { Study } from '../studies/study.entity.js';
import { calendarTexts } from '../../templates/mail/calendar-texts.js';
import { appointmentTitle } from '../../templates/mail/interviewer-mails.js';
import { placeOf } from './appointment-place.js';
import type { AppointmentStatus } from './appointment-status.js';
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

/**
 * The appointment in the feeds of its interviewer, its site and its study. A place that somebody filled in stays on the
 * appointment's page: it may be where the respondent lives, or let in whoever knows it.
 */
export function feedItem(
  scene: DescribedAppointment & { readonly appointment: Pick<Appointment, 'siteId' | 'status'> },
  about: Parameters<typeof teamEvent>[1],
): FeedItem {
  const { appointment } = scene;
  const { place, siteId, interviewerId: holderId } = appointment;
  const status: AppointmentStatus = appointment.status;
  const texts = calendarTexts[about.language];
  const event = teamEvent({ ...scene, appointment: { ...appointment, place: null } }, about);
  const { studyId: _, ...shown } = event;
  const outcome = texts.outcomes[status];
  return {
    ...shown,
    audience: 'interviewer',
    holderId,
    siteId,
    description: outcome ? `${event.description}\n${outcome}` : event.description,
    ...(place && { location: texts.elsewhere }),
    isCancelled: status === 'cancelled',
  };
}

function frame({ appointment, study }: DescribedAppointment) {
  const { id: subjectId, startsAt: start, endsAt: end } = appointment;
  return { studyId: study.id, subject: 'appointment', subjectId, start, end, zone: study.timezone } as const;
}
