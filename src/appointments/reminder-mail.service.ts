import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Clock } from '../kernel/time/clock.js';
import { Outbox, type QueuedMail } from '../mail/outbox.service.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Site } from '../studies/site.entity.js';
import { Study } from '../studies/study.entity.js';
import { interviewerMail } from '../../templates/mail/interviewer-mails.js';
import { reminderMail, type ReminderMail as Words } from '../../templates/mail/reminder-mails.js';
import { placeOf, routeUrl } from './appointment-place.js';
import { appointmentUrl } from './appointment-url.js';
import { Appointment } from './appointment.entity.js';
import { canChangeByLink, changeDeadline } from './change-by-link.js';
import type { RemindableAppointment } from './reminders.read-model.js';
import { RespondentLetters } from './respondent-letters.service.js';

/** An appointment with how it stands. */
export interface Reminded {
  readonly appointment: Appointment;
  readonly study: Study;
  readonly standing: RemindableAppointment;
}

/**
 * The words of reminders. They carry no calendar part: everybody has their entry, and one that is sent again would ask
 * again for an answer that was given.
 */
@Injectable()
export class ReminderMail {
  constructor(
    private readonly em: EntityManager,
    private readonly letters: RespondentLetters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Null when there is no address to write to. Joins the caller's transaction, as `toInterviewer` does. */
  async toRespondent(
    { appointment, study, standing }: Reminded,
    kind: 'respondent' | 'chase',
  ): Promise<QueuedMail | null> {
    const to = appointment.respondentId && (await this.letters.addressee(appointment.respondentId));
    if (!to) return null;
    const site = await this.em.findOneOrFail(Site, { id: appointment.siteId });
    const { startsAt: start, endsAt: end } = appointment;
    const interviewer = await this.em.findOneOrFail(Account, { id: appointment.interviewerId });
    const canChange = canChangeByLink(study, start, this.clock.now());
    const document = reminderMail({
      ...this.letters.frame(to, study),
      moment: { start, end, place: placeOf(appointment, site, to.language) },
      interviewer: interviewer.name,
      routeUrl: routeUrl(appointment, site),
      ask: askFor(standing),
      changeUntil: canChange ? changeDeadline(study, start) : null,
    });
    const letterKind = kind === 'chase' ? 'appointment-chase' : 'appointment-reminder';
    return this.letters.send(to, { kind: letterKind, document, isRecruitment: true });
  }

  async toInterviewer({ appointment, study, standing }: Reminded): Promise<QueuedMail> {
    const { kind, startsAt: start, endsAt: end, respondentId, id } = appointment;
    const site = await this.em.findOneOrFail(Site, { id: appointment.siteId });
    const {
      name,
      email: address,
      language,
    } = await this.em.findOneOrFail(Account, {
      id: appointment.interviewerId,
    });
    const respondent = respondentId && (await this.em.findOneOrFail(Respondent, { id: respondentId }));
    const pseudonym = respondent ? respondent.pseudonym : null;
    const document = interviewerMail({
      language,
      zone: study.timezone,
      studyTitle: study.title,
      change: 'reminder',
      answer: standing.wasChosen && !hasAnswered(standing) ? 'accepted' : standing.respondent?.answer,
      kind,
      pseudonym,
      siteName: site.name,
      start,
      end,
      place: placeOf(appointment, site, language),
      url: appointmentUrl(this.config, study, id),
    });
    const about = pseudonym ?? site.code;
    const frame = { studyId: study.id, about, subjectId: id, to: { name, address }, language, thread: id };
    return this.outbox.enqueue({ ...frame, kind: 'interviewer-reminder', document });
  }
}

/** Whoever chose the moment themselves has answered, also without a word from their calendar. */
function askFor(standing: RemindableAppointment): Words['ask'] {
  if (standing.respondent?.answer === 'tentative') return 'certainty';
  return hasAnswered(standing) || standing.wasChosen ? 'nothing' : 'answer';
}

const hasAnswered = ({ respondent }: RemindableAppointment): boolean =>
  respondent !== null && respondent.answer !== 'needs-action';
