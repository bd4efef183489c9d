import { Inject, Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../auth/capability-links.service.js';
import type { CalendarPart } from '../calendar/invitations.service.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import type { MailDocument } from '../mail/mail-document.js';
import { Outbox } from '../mail/outbox.service.js';
import type { Seat } from './board-members.service.js';

export interface BoardLetter {
  readonly kind: 'meeting-invitation' | 'meeting-change' | 'meeting-cancellation' | 'proposal-refused';
  readonly meetingId: string;
  readonly studyId: string;
  readonly document: MailDocument;
  readonly calendar: CalendarPart | null;
}

/** Mail to board members, with their link. */
@Injectable()
export class BoardLetters {
  constructor(
    private readonly links: CapabilityLinks,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of a member's own page, the same one in every mail; `hidden` stands for it in a preview. */
  async pageUrl({ member }: Seat, { hidden = false } = {}): Promise<string> {
    if (hidden) return `${this.config.publicUrl}/m/…`;
    const { token } = await this.links.ensure({
      purpose: 'board-member',
      subjectId: member.id,
      studyId: member.studyId,
    });
    return `${this.config.publicUrl}/m/${token}`;
  }

  async send({ member, contact }: Seat, letter: BoardLetter): Promise<void> {
    const { kind, meetingId, studyId, document, calendar } = letter;
    const to = { name: contact!.name, address: contact!.email! };
    await this.outbox.enqueue({
      studyId,
      kind,
      document,
      to,
      language: member.language,
      subjectId: meetingId,
      thread: meetingId,
      about: `${member.language === 'nl' ? 'Klankbordgroep' : 'Sounding board'} ${member.position + 1}`,
      ...(calendar && { calendar }),
    });
  }
}
