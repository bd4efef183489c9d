import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import { Invitations, type CalendarPart, type Participant } from '../calendar/invitations.service.js';
import type { ProposedTime } from '../calendar/itip/read-proposal.js';
import type { OrganizerChange } from '../calendar/itip/next-sequence.js';
import type { MailDocument } from '../mail/mail-document.js';
import { StudyTeam, type TeamContact } from '../studies/study-team.service.js';
import { Study } from '../studies/study.entity.js';
import { meetingEntry, meetingMail, refusedMeetingProposal } from '../../templates/mail/meeting-mails.js';
import { Board } from './board.entity.js';
import { BoardLetters } from './board-letters.service.js';
import { BoardMembers, type Seat } from './board-members.service.js';
import { organizerChanges } from './domain/organizer-changes.js';
import type { MeetingChange } from './domain/meeting-changes.js';
import { timedAgenda } from './domain/timed-agenda.js';
import type { MeetingContent } from './domain/meeting-content.js';
import type { Delivery } from './domain/plan-sending.js';
import type { Meeting } from './meeting.entity.js';

/** What a mail about a meeting tells. */
export interface MeetingNews {
  readonly meeting: Meeting;
  readonly content: MeetingContent;
  /** Since what members were told last. */
  readonly changes: readonly MeetingChange[];
  /** The agenda's version as members will know it. */
  readonly number: number;
  /** Goes out once more as it stands, instead of being changed. */
  readonly again?: Invitation;
}

export interface RefusedTime {
  readonly seat: Seat;
  readonly invitation: Invitation;
  readonly time: ProposedTime;
  /** Of the coordinator. */
  readonly words: string | undefined;
}

interface Scene extends MeetingNews {
  readonly study: Study;
  readonly boardName: string;
  readonly contact: TeamContact;
}

const kinds = {
  invite: 'meeting-invitation',
  update: 'meeting-change',
  cancel: 'meeting-cancellation',
} as const satisfies Record<Delivery, string>;

/** Each member's own mail and calendar entry about a meeting. Joins the caller's transaction. */
@Injectable()
export class MeetingMail {
  constructor(
    private readonly em: EntityManager,
    private readonly members: BoardMembers,
    private readonly invitations: Invitations,
    private readonly letters: BoardLetters,
    private readonly team: StudyTeam,
  ) {}

  async deliver(news: MeetingNews, deliveries: readonly { seat: Seat; delivery: Delivery }[]): Promise<void> {
    const scene = await this.scene(news);
    for (const { seat, delivery } of deliveries) await this.tell(scene, seat, delivery);
  }

  /** To everybody who has the meeting in their calendar; gives their number. */
  async cancelled(news: MeetingNews): Promise<number> {
    const seats = await this.members.seats(news.meeting, { actorId: null, reason: 'mail' });
    const reachable = seats.filter(({ invitation, contact }) => invitation && contact?.email);
    await this.deliver(
      news,
      reachable.map((seat) => ({ seat, delivery: 'cancel' })),
    );
    return reachable.length;
  }

  /** That the time which a member's calendar proposed cannot be. */
  async refuse(news: MeetingNews, { seat, invitation, time, words }: RefusedTime): Promise<void> {
    const { study, boardName, contact, content } = await this.scene(news);
    const { language } = seat.member;
    const { name } = seat.contact!;
    const url = await this.letters.pageUrl(seat);
    const frame = {
      studyTitle: study.title,
      zone: study.timezone,
      boardName,
      contact,
      content,
      language,
      name,
      url,
    };
    await this.letters.send(seat, {
      kind: 'proposal-refused',
      meetingId: news.meeting.id,
      studyId: study.id,
      document: refusedMeetingProposal({ ...frame, proposed: time, words }),
      calendar: this.invitations.declineProposal(invitation, words),
    });
  }

  /** The mail that a member would get, with their link left out. */
  async preview(news: MeetingNews, seat: Seat, delivery: Delivery): Promise<MailDocument> {
    return this.document(await this.scene(news), { seat, delivery, hidden: true });
  }

  private async tell(scene: Scene, seat: Seat, delivery: Delivery): Promise<void> {
    const { id: meetingId, studyId } = scene.meeting;
    const document = await this.document(scene, { seat, delivery, hidden: false });
    const calendar = await this.calendarPart(scene, seat, delivery);
    await this.letters.send(seat, { kind: kinds[delivery], meetingId, studyId, document, calendar });
  }

  private async document(
    { study, boardName, contact, content, changes, number }: Scene,
    { seat, delivery, hidden }: { seat: Seat; delivery: Delivery; hidden: boolean },
  ): Promise<MailDocument> {
    const hasPage = !seat.member.leftAt;
    return meetingMail({
      content,
      agenda: timedAgenda(content),
      changes,
      number,
      delivery,
      contact,
      boardName,
      language: seat.member.language,
      zone: study.timezone,
      studyTitle: study.title,
      name: seat.contact!.name,
      url: hasPage ? await this.letters.pageUrl(seat, { hidden }) : null,
    });
  }

  private calendarPart(scene: Scene, seat: Seat, delivery: Delivery): Promise<CalendarPart | null> {
    const { meeting, study, boardName, content, changes } = scene;
    const { language, id } = seat.member;
    const participant: Participant = {
      kind: 'board-member',
      id,
      name: seat.contact!.name,
      address: seat.contact!.email!,
    };
    const event = {
      ...({ studyId: study.id, subject: 'meeting', subjectId: meeting.id, zone: study.timezone } as const),
      start: new Date(content.start!),
      end: new Date(content.end!),
      ...meetingEntry({
        language,
        zone: study.timezone,
        studyTitle: study.title,
        boardName,
        content,
        agenda: timedAgenda(content),
      }),
    };
    if (scene.again) return Promise.resolve(this.invitations.again(scene.again, participant, event));
    if (delivery === 'cancel') return this.invitations.cancel(participant, event);
    // A mail always carries the entry, also when only words changed that calendars do not show.
    const reasons: OrganizerChange[] = [...organizerChanges(changes), 'resend'];
    return this.invitations.change(participant, event, reasons);
  }

  private async scene(news: MeetingNews): Promise<Scene> {
    const { studyId } = news.meeting;
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const board = await this.em.findOne(Board, { studyId });
    const contact = await this.team.contact(studyId);
    return { ...news, study, contact, boardName: board?.name ?? study.title };
  }
}
