import { Injectable } from '@nestjs/common';
import type { IncomingMail, MailContent } from '../calendar/itip/incoming-mail.js';
import { BouncedMail, type Bounce, type BouncedMessage } from '../mail/bounced-mail.service.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { AnswerInvitation, type CalendarContent } from './answer-invitation.service.js';
import { Attribution, type About } from './attribution.read-model.js';
import type { Judgement } from './judgement.js';

/** METHODs that come from who was invited (RFC 5546 section 1.4). */
const answering: ReadonlySet<string> = new Set(['REPLY', 'COUNTER', 'REFRESH']);

type BounceContent = Extract<MailContent, { kind: 'bounce' }>;

/** What a mail means, and everything that follows from it at once. Joins the caller's transaction. */
@Injectable()
export class JudgeMail {
  constructor(
    private readonly answers: AnswerInvitation,
    private readonly attribution: Attribution,
    private readonly bounced: BouncedMail,
    private readonly ledger: Ledger,
  ) {}

  async judge(mail: IncomingMail, receivedAt: Date): Promise<Judgement> {
    const { content } = mail;
    switch (content.kind) {
      case 'calendar':
        return this.answer(mail, content, receivedAt);
      case 'bounce':
        return this.bounce(content);
      case 'auto-reply':
        return this.noted(mail, 'out-of-office', 'contact.out-of-office');
      case 'words':
        return this.noted(mail, 'words', 'contact.wrote');
      case 'faulty':
        return { ...(await this.attribution.of(mail)), reason: content.fault };
    }
  }

  /** What organizers send is no answer, whatever UID it names: a CANCEL to us is a mistake or an attack. */
  private async answer(mail: IncomingMail, content: CalendarContent, receivedAt: Date): Promise<Judgement> {
    if (!answering.has(content.method))
      return { ...(await this.attribution.of(mail)), reason: 'not-an-answer' };
    const judged = await this.answers.judge(mail, content, receivedAt);
    return judged ?? { ...(await this.attribution.of(mail)), reason: 'unknown-invitation' };
  }

  private async bounce(content: BounceContent): Promise<Judgement> {
    const { isFinal, status, returnedMessageIds: messageIds, returnedUids: calendarUids } = content;
    if (!isFinal)
      return { ...(await this.attribution.of({ answersTo: messageIds, from: null })), reason: 'delayed' };
    const bounce = { status, messageIds, calendarUids };
    const message = (await this.bounced.mark(bounce)) ?? (await this.byRecipient(content, bounce));
    if (!message) return { studyId: null, reason: 'undeliverable-unknown' };
    return { ...(await this.aboutBounced(message)), reason: 'undeliverable' };
  }

  private async byRecipient({ recipients }: BounceContent, bounce: Bounce): Promise<BouncedMessage | null> {
    for (const address of recipients) {
      const person = await this.attribution.person(address);
      const { studyId, participantId: subjectId } = person ?? {};
      const message =
        studyId && subjectId ? await this.bounced.markNewest({ studyId, subjectId }, bounce) : null;
      if (message) return message;
    }
    return null;
  }

  private async aboutBounced({ studyId, subjectId, calendarUid }: BouncedMessage): Promise<About> {
    const invited = calendarUid ? await this.attribution.invitation(calendarUid) : null;
    return invited ?? (subjectId ? this.attribution.subject({ studyId, subjectId }) : { studyId });
  }

  /** Stands in the history of who wrote, when that is a respondent. */
  private async noted(
    mail: IncomingMail,
    reason: 'out-of-office' | 'words',
    kind: string,
  ): Promise<Judgement> {
    const about = await this.attribution.of(mail);
    const { studyId, participantKind, participantId: subjectId, subject, subjectId: id } = about;
    if (participantKind === 'respondent' && subjectId)
      this.ledger.append({ studyId, kind, subjectId, data: subject && id ? { [subject]: id } : {} });
    return { ...about, reason };
  }
}
