import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation, type Answer } from '../calendar/invitation.entity.js';
import { Clock } from '../kernel/time/clock.js';
import { canSeeAllContacts } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Board } from './board.entity.js';
import { BoardMembers } from './board-members.service.js';
import { agendaTimes } from './domain/agenda-times.js';
import { meetingChanges } from './domain/meeting-changes.js';
import { Meeting } from './meeting.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { MeetingNotFound } from './meetings.errors.js';

export type AnswerCounts = Readonly<Record<Answer, number>>;

type Reader = Pick<StudyScope, 'studyId' | 'role' | 'actorId'>;

/** The sounding board and its meetings, as the team sees them. */
@Injectable()
export class MeetingsReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly members: BoardMembers,
    private readonly clock: Clock,
  ) {}

  /** Null for a study without one; names only for those who may see contact details. */
  async board(reader: Reader) {
    const { studyId, actorId } = reader;
    const board = await this.em.findOne(Board, { studyId });
    if (!board) return null;
    const members = await this.members.list(studyId);
    const reading = { actorId, reason: 'sounding board' };
    const contacts = canSeeAllContacts(reader) ? await this.members.contacts(members, reading) : undefined;
    return {
      name: board.name,
      members: members.map(({ id, expertise }) => {
        const { name, email } = contacts?.get(id) ?? {};
        return { id, expertise: expertise ?? null, name, email };
      }),
    };
  }

  /** In the order of their dates, those without one by the last date on which they may be held. */
  async list({ studyId }: Pick<Reader, 'studyId'>) {
    const meetings = await this.em.find(Meeting, { studyId });
    return meetings
      .map((meeting) => this.summary(meeting))
      .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  }

  /** How many members gave which answer, by meeting. */
  async answerCounts({ studyId }: Pick<Reader, 'studyId'>): Promise<Map<string, AnswerCounts>> {
    const standing = { studyId, subject: 'meeting', cancelledAt: null } as const;
    const invitations = await this.em.find(Invitation, standing);
    const counts = new Map<string, AnswerCounts>();
    for (const { subjectId, ...invitation } of invitations) {
      const answer: Answer = invitation.answer;
      const known = counts.get(subjectId) ?? { 'needs-action': 0, accepted: 0, tentative: 0, declined: 0 };
      counts.set(subjectId, { ...known, [answer]: known[answer] + 1 });
    }
    return counts;
  }

  async meeting(reader: Reader, id: string) {
    const meeting = await this.find(reader, id);
    const content = await this.meetings.content(meeting);
    const last = await this.meetings.lastSent(meeting);
    const { startsAt: start, durationMinutes } = meeting;
    const times = agendaTimes({ start, durationMinutes }, content.items);
    return {
      ...this.summary(meeting),
      agenda: { ...times, items: times.items.map(({ item, start, end }) => ({ ...item, start, end })) },
      changedSinceSent: last ? meetingChanges(last.content, content) : [],
      answers: await this.answers(reader, meeting),
    };
  }

  async find({ studyId }: Pick<Reader, 'studyId'>, id: string): Promise<Meeting> {
    const meeting = await this.em.findOne(Meeting, { id, studyId });
    if (!meeting) throw new MeetingNotFound();
    return meeting;
  }

  private summary(meeting: Meeting) {
    const { startsAt, status } = meeting;
    const hasBegun = status === 'scheduled' && !!startsAt && startsAt <= this.clock.now();
    return { ...presentSummary(meeting), hasBegun };
  }

  private async answers(reader: Reader, meeting: Meeting) {
    const reading = { actorId: reader.actorId, reason: 'meeting answers' };
    const mayName = canSeeAllContacts(reader);
    const seats = await this.members.seats(meeting, mayName ? reading : undefined);
    return seats
      .filter(({ member }) => !member.leftAt)
      .map(({ member, contact, invitation }) => {
        const { id, expertise = null } = member;
        const answer: Answer | null = invitation?.answer ?? null;
        return { member: id, name: contact?.name, expertise, answer };
      });
  }
}

function presentSummary(meeting: Meeting) {
  const { id, title, status, durationMinutes, version, agendaVersion } = meeting;
  return {
    id,
    title,
    status,
    durationMinutes,
    version,
    agendaVersion,
    before: meeting.before ?? null,
    start: meeting.startsAt ?? null,
    end: meeting.endsAt ?? null,
    place: meeting.place ?? null,
    videoUrl: meeting.videoUrl ?? null,
    agendaSentAt: meeting.agendaSentAt ?? null,
  };
}

export type MeetingSummary = ReturnType<typeof presentSummary> & { readonly hasBegun: boolean };
export type BoardView = NonNullable<Awaited<ReturnType<MeetingsReadModel['board']>>>;
export type MeetingView = Awaited<ReturnType<MeetingsReadModel['meeting']>>;

/** ISO dates sort as text; a meeting without any date comes last. */
const orderOf = ({ start, before, title }: MeetingSummary) =>
  `${start?.toISOString() ?? before ?? '~'} ${title}`;
