import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import { Invitation } from '../calendar/invitation.entity.js';
import type { InvitedEvent } from '../calendar/invitations.service.js';
import { assertSendable } from '../calendar/itip/check-outgoing.js';
import { writePublish } from '../calendar/itip/write-calendar-object.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import type { Language } from '../kernel/text/language.js';
import { Clock } from '../kernel/time/clock.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Site } from '../studies/site.entity.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentCancelled, AppointmentNotFound } from './appointments.errors.js';
import { respondentEvent, teamEvent, type DescribedAppointment } from './describe-appointment.js';

/**
 * An appointment as a file to put into a calendar by hand. It carries the UID and SEQUENCE of the reader's own
 * invitation, so that the appointment never stands in one calendar twice.
 */
@Injectable()
export class AppointmentFile {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom' | 'publicUrl'>,
  ) {}

  /** With the pseudonym, for the team. Throws AppointmentCancelled: there is nothing left to put in a calendar. */
  async forTeam({ studyId, code, language }: StudyScope, id: string): Promise<string> {
    const appointment = await this.em.findOne(Appointment, { id, studyId });
    if (!appointment) throw new AppointmentNotFound();
    if (appointment.status === 'cancelled') throw new AppointmentCancelled();
    const { respondentId, interviewerId } = appointment;
    const respondent = respondentId ? await this.em.findOneOrFail(Respondent, { id: respondentId }) : null;
    const url = `${this.config.publicUrl}/studies/${code}/appointments/${id}`;
    const about = { language, pseudonym: respondent?.pseudonym ?? null, url };
    return this.write(teamEvent(await this.described(appointment), about), interviewerId);
  }

  /** For the respondent: what it is about, without anybody's pseudonym. */
  async forRespondent(appointment: Appointment, language: Language): Promise<string> {
    const { name: interviewer } = await this.em.findOneOrFail(Account, { id: appointment.interviewerId });
    const event = respondentEvent(await this.described(appointment), { language, interviewer });
    return this.write(event, appointment.respondentId!);
  }

  private async described(appointment: Appointment): Promise<DescribedAppointment> {
    const { studyId, siteId } = appointment;
    return {
      appointment,
      study: await this.em.findOneOrFail(Study, { id: studyId }),
      site: await this.em.findOneOrFail(Site, { id: siteId }),
    };
  }

  private async write(event: InvitedEvent, participantId: string): Promise<string> {
    const { studyId, subjectId, start, end, zone, summary, description, location, url } = event;
    const standing = { studyId, subjectId, participantId, cancelledAt: null };
    const invitation = await this.em.findOne(Invitation, standing);
    const bytes = writePublish({
      uid: invitation?.uid ?? `${participantId}.${subjectId}`,
      sequence: invitation?.sequence ?? 0,
      stampedAt: this.clock.now(),
      organizer: { name: this.config.mailFrom.name ?? '', address: this.config.mailFrom.address },
      status: 'CONFIRMED',
      start,
      end,
      zone,
      summary,
      description,
      ...(location !== undefined && { location }),
      ...(url !== undefined && { url }),
    });
    assertSendable(bytes, 'PUBLISH');
    return bytes.toString('utf8');
  }
}
