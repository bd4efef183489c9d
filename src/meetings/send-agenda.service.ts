import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import type { MailDocument } from '../mail/mail-document.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { ReadingReason } from '../vault/vault.service.js';
import { BoardMembers, toBoardSeat, type Seat } from './board-members.service.js';
import { meetingChanges, type MeetingChange } from './domain/meeting-changes.js';
import type { MeetingContent } from './domain/meeting-content.js';
import { planSending, type Delivery } from './domain/plan-sending.js';
import { MeetingMail, type MeetingNews } from './meeting-mail.service.js';
import { Meeting } from './meeting.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { MeetingIsFinal, NoDateYet, NothingToSend } from './meetings.errors.js';

export interface SendRequest {
  /** The version that was reviewed: another one is not sent. */
  readonly version?: number | undefined;
  /** Writes to everybody also when nothing changed. */
  readonly resend: boolean;
}

interface Sending extends MeetingNews {
  /** What members were told last. */
  readonly last: MeetingContent | null;
  readonly deliveries: readonly { readonly seat: Seat; readonly delivery: Delivery }[];
}

/** What sending would do, for a person to look at first. */
export interface SendingReview {
  readonly meeting: Meeting;
  readonly changes: readonly MeetingChange[];
  readonly deliveries: Sending['deliveries'];
  readonly preview: MailDocument | null;
}

/** Sends the agenda with an invitation to each member: the first time to all, later what changed since. */
@Injectable()
export class SendAgenda {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly members: BoardMembers,
    private readonly mail: MeetingMail,
    private readonly ledger: Ledger,
  ) {}

  /** Throws MeetingChangedMeanwhile, NoDateYet, MeetingIsFinal or NothingToSend. */
  send(scope: Pick<StudyScope, 'studyId' | 'actorId'>, id: string, { version, resend }: SendRequest) {
    return this.em.transactional(async () => {
      const meeting = await this.meetings.locked(scope, id);
      await this.meetings.assertSeen(meeting, version);
      const sending = await this.plan(meeting, { resend, reading: { actorId: null, reason: 'mail' } });
      if (sending.deliveries.length === 0) throw new NothingToSend();
      const [stays, ends] = partition(sending.deliveries);
      await this.end(sending, ends);
      if (isNew(sending)) await this.meetings.markSent(meeting);
      await this.mail.deliver(sending, stays);
      await this.meetings.publish(meeting);
      return this.record(sending, scope.actorId);
    });
  }

  /** What `send` would do now, and one of the mails. Changes nothing. */
  async review(scope: Pick<StudyScope, 'actorId'>, meeting: Meeting): Promise<SendingReview> {
    const reading = { actorId: scope.actorId, reason: 'agenda review' };
    const sending = await this.plan(meeting, { resend: false, reading });
    const everybody = await this.plan(meeting, { resend: true, reading: { ...reading, actorId: null } });
    const [first] = sending.deliveries.length > 0 ? sending.deliveries : everybody.deliveries;
    const preview = first ? await this.mail.preview(sending, first.seat, first.delivery) : null;
    return { meeting, changes: sending.changes, deliveries: sending.deliveries, preview };
  }

  /** First, as they know the meeting: what is new in it is no longer for them. */
  private async end(sending: Sending, ends: Sending['deliveries']): Promise<void> {
    if (ends.length === 0) return;
    await this.mail.deliver({ ...sending, content: sending.last ?? sending.content }, ends);
    await this.meetings.publish(sending.meeting);
  }

  private async plan(
    meeting: Meeting,
    { resend, reading }: { resend: boolean; reading: ReadingReason },
  ): Promise<Sending> {
    if (meeting.status === 'draft') throw new NoDateYet();
    if (meeting.status !== 'scheduled') throw new MeetingIsFinal(meeting.status);
    const content = await this.meetings.content(meeting);
    const last = (await this.meetings.lastSent(meeting))?.content ?? null;
    const changes = last ? meetingChanges(last, content) : [];
    const seats = await this.members.seats(meeting, reading);
    const changed = !last || changes.length > 0;
    const planned = planSending(seats.map(toBoardSeat), { changed, resend });
    const deliveries = planned.map(({ memberId, delivery }) => {
      return { seat: seats.find(({ member }) => member.id === memberId)!, delivery };
    });
    const number = meeting.agendaVersion + (changed ? 1 : 0);
    return { meeting, content, last, changes, number, deliveries };
  }

  private record({ meeting, number, deliveries }: Sending, actorId: string) {
    const count = (kind: Delivery) => deliveries.filter(({ delivery }) => delivery === kind).length;
    const counts = { invited: count('invite'), updated: count('update'), cancelled: count('cancel') };
    const { id, studyId, version } = meeting;
    const data = { version, agendaVersion: number, ...counts };
    this.ledger.append({ studyId, kind: 'agenda.sent', actorId, subjectId: id, data });
    return { agendaVersion: number, ...counts };
  }
}

const isNew = ({ meeting, number }: Sending) => number > meeting.agendaVersion;

/** Those who stay or come, and those whose entry ends. */
function partition(deliveries: Sending['deliveries']) {
  const ends = ({ delivery }: Sending['deliveries'][number]) => delivery === 'cancel';
  return [deliveries.filter((each) => !ends(each)), deliveries.filter(ends)] as const;
}
