import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/database/new-id.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import { AgendaItem } from './agenda-item.entity.js';
import { Board } from './board.entity.js';
import { meetingChanges } from './domain/meeting-changes.js';
import { meetingTransitions, type MeetingStatus } from './meeting-status.js';
import { MeetingTime } from './meeting-time.service.js';
import { Meeting } from './meeting.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { AgendaItemNotFound, MeetingIsFinal, MeetingNotOverYet, NoSoundingBoard } from './meetings.errors.js';
import type { AgendaInput, AgendaItemInput, MeetingPatch, NewMeeting } from './meetings.schema.js';

type Convener = Pick<StudyScope, 'studyId' | 'actorId'>;

/** Makes and changes meetings. Nothing here mails anybody: that is what sending the agenda does. */
@Injectable()
export class Meetings {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly time: MeetingTime,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** A meeting that the study file does not name. */
  create({ studyId, actorId }: Convener, { start, ...input }: NewMeeting): Promise<Meeting> {
    return this.em.transactional(async () => {
      if (!(await this.em.count(Board, { studyId }))) throw new NoSoundingBoard();
      const position = await this.em.count(Meeting, { studyId });
      const meeting = this.em.create(Meeting, { ...input, studyId, position }, { persist: true });
      await this.em.flush();
      this.record('meeting.created', meeting, actorId);
      if (start) await this.setTime(meeting, { start }, actorId);
      await this.meetings.keep(meeting, actorId);
      return meeting;
    });
  }

  /**
   * Changes what is given; a first `start` schedules the meeting. The same again changes nothing. Throws
   * MeetingChangedMeanwhile, MeetingIsFinal, MeetingClash or MeetingInThePast.
   */
  change(scope: Convener, id: string, { version, start, ...details }: MeetingPatch): Promise<Meeting> {
    return this.em.transactional(async () => {
      const meeting = await this.open(scope, id);
      await this.meetings.assertSeen(meeting, version);
      const was = await this.meetings.content(meeting);
      this.em.assign(meeting, details);
      const from = start ?? meeting.startsAt;
      if (from && timeChanges(meeting, from)) await this.setTime(meeting, { start: from }, scope.actorId);
      await this.saveIfChanged(meeting, was, scope.actorId);
      return meeting;
    });
  }

  /** Replaces the agenda by these items in this order. Those that keep their id stay the same item. */
  setAgenda(scope: Convener, id: string, { version, items }: AgendaInput): Promise<Meeting> {
    return this.em.transactional(async () => {
      const meeting = await this.open(scope, id);
      await this.meetings.assertSeen(meeting, version);
      const was = await this.meetings.content(meeting);
      await this.writeItems(meeting, items);
      await this.em.flush();
      await this.saveIfChanged(meeting, was, scope.actorId);
      return meeting;
    });
  }

  /** Records that the meeting took place. */
  close(scope: Convener, id: string): Promise<Meeting> {
    return this.em.transactional(async () => {
      const meeting = await this.meetings.locked(scope, id);
      assertCanBecome(meeting, 'held');
      if (!meeting.startsAt || meeting.startsAt > this.clock.now()) throw new MeetingNotOverYet();
      meeting.status = 'held';
      this.record('meeting.held', meeting, scope.actorId);
      return meeting;
    });
  }

  private async open(scope: Convener, id: string): Promise<Meeting> {
    const meeting = await this.meetings.locked(scope, id);
    if (meeting.status !== 'draft' && meeting.status !== 'scheduled')
      throw new MeetingIsFinal(meeting.status);
    return meeting;
  }

  private async setTime(meeting: Meeting, { start }: { start: Date }, actorId: string): Promise<void> {
    const kind = meeting.status === 'draft' ? 'meeting.scheduled' : 'meeting.moved';
    await this.time.set(meeting, start, meeting.durationMinutes);
    this.record(kind, meeting, actorId, { start: start.toISOString() });
  }

  private async saveIfChanged(
    meeting: Meeting,
    was: Parameters<typeof meetingChanges>[0],
    actorId: string,
  ): Promise<void> {
    const changes = meetingChanges(was, await this.meetings.content(meeting));
    if (changes.length === 0) return;
    await this.meetings.save(meeting, actorId);
    this.record('meeting.changed', meeting, actorId, { changes: changes.map(({ kind }) => kind) });
  }

  private async writeItems(meeting: Meeting, items: readonly AgendaItemInput[]): Promise<void> {
    const stored = new Map((await this.meetings.items(meeting.id)).map((item) => [item.id, item]));
    items.forEach(({ id, title, minutes, purpose, presenter = null, note = null }, position) => {
      const columns = { position, title, minutes, purpose, presenter, note };
      const known = id === undefined ? undefined : stored.get(id);
      if (id !== undefined && !known) throw new AgendaItemNotFound();
      if (known) this.em.assign(known, columns);
      else this.em.create(AgendaItem, { ...columns, id: newId(), meetingId: meeting.id }, { persist: true });
      if (id !== undefined) stored.delete(id);
    });
    this.em.remove([...stored.values()]);
  }

  private record(kind: string, { id, studyId, version }: Meeting, actorId: string, more: object = {}): void {
    this.ledger.append({ studyId, kind, actorId, subjectId: id, data: { version, ...more } });
  }
}

/** Throws MeetingIsFinal when the life cycle has no such step. */
export function assertCanBecome(meeting: Meeting, wanted: MeetingStatus): void {
  const status: MeetingStatus = meeting.status;
  if (!meetingTransitions[status].includes(wanted)) throw new MeetingIsFinal(status);
}

function timeChanges({ startsAt, endsAt, durationMinutes }: Meeting, from: Date): boolean {
  const length = endsAt && startsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : null;
  return startsAt?.getTime() !== from.getTime() || length !== durationMinutes;
}
