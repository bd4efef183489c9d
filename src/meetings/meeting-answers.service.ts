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
import { MINUTE } from '../kernel/time/zone.js';
import { Study } from '../studies/study.entity.js';
import { BoardMember } from './board-member.entity.js';
import { BoardMembers, type Seat } from './board-members.service.js';
import { meetingChanges } from './domain/meeting-changes.js';
import { MeetingMoves } from './meeting-moves.service.js';
import { MeetingMail } from './meeting-mail.service.js';
import { MeetingRepository } from './meeting.repository.js';
import { MeetingNotFound, UnsentAgendaChanges } from './meetings.errors.js';

/** What answers to a meeting's invitations do. Joins the caller's transaction. What members know is what was sent. */
@Injectable()
export class MeetingAnswers implements InvitedSubject {
  readonly subject = 'meeting';

  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly members: BoardMembers,
    private readonly mail: MeetingMail,
    private readonly moves: MeetingMoves,
  ) {}

  async stand(invitation: Invitation): Promise<InvitedParty | null> {
    const meeting = await this.meetings.locked(invitation, invitation.subjectId).catch(whenGone);
    if (!meeting) return null;
    const content = (await this.meetings.lastSent(meeting))?.content;
    if (!content?.start || !content.end) return null;
    const { timezone: zone } = await this.em.findOneOrFail(Study, { id: meeting.studyId });
    const contact = (await this.seat(invitation)).contact;
    const moment = { start: new Date(content.start), end: new Date(content.end), zone };
    const reach = { name: contact?.name, address: contact?.email };
    return { ...moment, isOpen: meeting.status === 'scheduled', ...reach };
  }

  async sendAgain(invitation: Invitation): Promise<boolean> {
    const seat = await this.seat(invitation);
    if (!seat.contact?.email) return false;
    const news = { ...(await this.news(invitation)), again: invitation };
    await this.mail.deliver(news, [{ seat, delivery: invitation.cancelledAt ? 'cancel' : 'update' }]);
    return true;
  }

  /** Nobody is mailed for it: one regret seldom moves a meeting, and its page counts the answers. */
  async tellDeclined(): Promise<void> {}

  obstacleTo(invitation: Invitation, time: ProposedTime): Promise<ProposalObstacle | null> {
    return this.moves.obstacle(invitation, time);
  }

  /** Throws UnsentAgendaChanges, MeetingClash, MeetingInThePast or TimeTakenAlready. */
  async moveTo(invitation: Invitation, { start, end }: ProposedTime, organizer: Organizer): Promise<void> {
    const meeting = await this.meetings.locked(organizer, invitation.subjectId);
    const sent = await this.meetings.lastSent(meeting);
    if (!sent || meetingChanges(sent.content, await this.meetings.content(meeting)).length > 0)
      throw new UnsentAgendaChanges();
    const durationMinutes = Math.round((end.getTime() - start.getTime()) / MINUTE);
    await this.moves.move(organizer, meeting.id, { start, durationMinutes });
  }

  async refuse(invitation: Invitation, time: ProposedTime, words?: string): Promise<void> {
    const seat = await this.seat(invitation);
    if (seat.contact?.email)
      await this.mail.refuse(await this.news(invitation), { seat, invitation, time, words });
  }

  private async news({ subjectId }: Invitation) {
    const meeting = await this.meetings.get(subjectId);
    const sent = await this.meetings.lastSent(meeting);
    if (!sent) throw new MeetingNotFound();
    return { meeting, content: sent.content, changes: [], number: meeting.agendaVersion };
  }

  private async seat(invitation: Invitation): Promise<Seat> {
    const member = await this.em.findOneOrFail(BoardMember, { id: invitation.participantId });
    const contacts = await this.members.contacts([member], { actorId: null, reason: 'mail' });
    return { member, invitation, contact: contacts.get(member.id) };
  }
}

function whenGone(error: unknown): null {
  if (error instanceof MeetingNotFound) return null;
  throw error;
}
