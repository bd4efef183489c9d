import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import type {
  InvitedParty,
  InvitedSubject,
  Organizer,
  ProposalObstacle,
} from '../calendar/invited-subject.js';
import type { ProposedTime } from '../calendar/itip/read-proposal.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { obstacleTexts, unknownInterviewerTexts } from '../scheduling/scheduling.errors.js';
import { Slots } from '../scheduling/slots.service.js';
import { CONFLICTS } from '../scheduling/slots/why-not-free.js';
import { Study } from '../studies/study.entity.js';
import { AnswerMail } from './answer-mail.service.js';
import { AppointmentMail } from './appointment-mail.service.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentNotFound } from './appointments.errors.js';
import { ChangeAppointment } from './change-appointment.service.js';

/** What answers to an appointment's invitations do. Joins the caller's transaction. */
@Injectable()
export class AppointmentAnswers implements InvitedSubject {
  readonly subject = 'appointment';

  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly change: ChangeAppointment,
    private readonly mail: AppointmentMail,
    private readonly answers: AnswerMail,
  ) {}

  /** The respondent's lock first, then the appointment's, as everywhere. */
  async stand(invitation: Invitation): Promise<InvitedParty | null> {
    const found = await this.em.findOne(Appointment, { id: invitation.subjectId });
    if (!found) return null;
    if (found.respondentId) await lockRespondent(this.em, { id: found.respondentId });
    const [row] = await this.em.execute('select id from appointment where id = ? for update', [found.id]);
    if (!row) return null;
    const appointment = await this.em.refresh(found);
    if (!appointment) return null;
    const { startsAt: start, endsAt: end, status, studyId } = appointment;
    const { timezone: zone } = await this.em.findOneOrFail(Study, { id: studyId });
    return { start, end, zone, isOpen: status === 'scheduled', ...(await this.answers.reach(invitation)) };
  }

  async sendAgain(invitation: Invitation): Promise<boolean> {
    return this.mail.again(await this.appointment(invitation), invitation);
  }

  async tellDeclined(invitation: Invitation): Promise<void> {
    await this.answers.tellDeclined(await this.appointment(invitation), invitation);
  }

  async obstacleTo(invitation: Invitation, { start, end }: ProposedTime): Promise<ProposalObstacle | null> {
    const { id: except, interviewerId, respondentId, studyId } = await this.appointment(invitation);
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const respondent = respondentId
      ? await this.em.findOneOrFail(Respondent, { id: respondentId })
      : undefined;
    const question = { study, respondent, except };
    const moments = [{ start, end, interviewerId }];
    // What nobody can set aside comes first: it would stand in the way after all.
    const [conflict] = await this.slots.obstacles({ ...question, obstacles: CONFLICTS }, moments);
    const [obstacle] = conflict ? [conflict] : await this.slots.obstacles(question, moments);
    if (!obstacle) return null;
    if (obstacle === 'no-interviewer') return { texts: unknownInterviewerTexts, canSetAside: false };
    return { texts: obstacleTexts[obstacle], canSetAside: !CONFLICTS.includes(obstacle) };
  }

  async moveTo(
    invitation: Invitation,
    { start, end, regardless }: ProposedTime & { readonly regardless: boolean },
    { actorId }: Organizer,
  ): Promise<void> {
    const obstacles = regardless ? CONFLICTS : undefined;
    await this.change.move(invitation.subjectId, { start, end, obstacles }, actorId);
  }

  async refuse(invitation: Invitation, time: ProposedTime, words?: string): Promise<void> {
    await this.answers.refuse(await this.appointment(invitation), { invitation, time, words });
  }

  private async appointment({ subjectId }: Invitation): Promise<Appointment> {
    const appointment = await this.em.findOne(Appointment, { id: subjectId });
    if (!appointment) throw new AppointmentNotFound();
    return appointment;
  }
}
