import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import type { StudyScope } from '../studies/study-scope.js';
import { MeetingMail } from './meeting-mail.service.js';
import { MeetingTime } from './meeting-time.service.js';
import { Meeting } from './meeting.entity.js';
import { MeetingRepository } from './meeting.repository.js';
import { assertCanBecome } from './meetings.service.js';

/** Calls a meeting off: everybody's time is free again, and whoever was invited is told. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly time: MeetingTime,
    private readonly mail: MeetingMail,
    private readonly ledger: Ledger,
  ) {}

  /** Nobody is mailed about a meeting that nobody was told of. Throws MeetingIsFinal. */
  cancel(scope: Pick<StudyScope, 'studyId' | 'actorId'>, id: string, version?: number): Promise<Meeting> {
    return this.em.transactional(async () => {
      const meeting = await this.meetings.locked(scope, id);
      assertCanBecome(meeting, 'cancelled');
      await this.meetings.assertSeen(meeting, version);
      const sent = await this.meetings.lastSent(meeting);
      meeting.status = 'cancelled';
      await this.time.release(id);
      const { studyId, agendaVersion: number } = meeting;
      const told = sent
        ? await this.mail.cancelled({ meeting, content: sent.content, changes: [], number })
        : 0;
      await this.meetings.publish(meeting);
      const data = { version: meeting.version, told };
      this.ledger.append({ studyId, kind: 'meeting.cancelled', actorId: scope.actorId, subjectId: id, data });
      return meeting;
    });
  }
}
