import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Invitation } from '../calendar/invitation.entity.js';
import { assertSendable } from '../calendar/itip/check-outgoing.js';
import { writePublish } from '../calendar/itip/write-calendar-object.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Clock } from '../kernel/time/clock.js';
import { Study } from '../studies/study.entity.js';
import { meetingEntry } from '../../templates/mail/meeting-mails.js';
import { Board } from './board.entity.js';
import type { BoardMember } from './board-member.entity.js';
import { timedAgenda } from './domain/timed-agenda.js';
import { MeetingRepository } from './meeting.repository.js';
import { MeetingNotFound } from './meetings.errors.js';

/** A meeting as a calendar file, for who would rather put it there by hand. */
@Injectable()
export class MeetingFile {
  constructor(
    private readonly em: EntityManager,
    private readonly meetings: MeetingRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom'>,
  ) {}

  /** Under the UID of the member's own invitation, so that it never stands in a calendar twice. */
  async write(member: BoardMember, meetingId: string): Promise<Buffer> {
    const { id: participantId, studyId, language } = member;
    const standing = {
      subjectId: meetingId,
      participantKind: 'board-member',
      participantId,
      cancelledAt: null,
    } as const;
    const invitation = await this.em.findOne(Invitation, standing);
    if (!invitation) throw new MeetingNotFound();
    const sent = await this.meetings.lastSent(await this.meetings.get(meetingId));
    const { title: studyTitle, timezone: zone } = await this.em.findOneOrFail(Study, { id: studyId });
    const boardName = (await this.em.findOne(Board, { studyId }))?.name ?? studyTitle;
    const { content } = sent!;
    const bytes = writePublish({
      uid: invitation.uid,
      sequence: invitation.sequence,
      stampedAt: this.clock.now(),
      status: 'CONFIRMED',
      zone,
      start: new Date(content.start!),
      end: new Date(content.end!),
      organizer: { name: this.config.mailFrom.name ?? '', address: this.config.mailFrom.address },
      ...meetingEntry({ language, zone, studyTitle, boardName, content, agenda: timedAgenda(content) }),
    });
    assertSendable(bytes, 'PUBLISH');
    return bytes;
  }
}
