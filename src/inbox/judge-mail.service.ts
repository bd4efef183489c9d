import { Injectable } from '@nestjs/common';
import { isAnswer } from '../calendar/itip/choose-calendar-part.js';
import type { IncomingMail, MailContent } from '../calendar/itip/incoming-mail.js';
import { BouncedMail, type BouncedMessage } from '../mail/bounced-mail.service.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { AnswerInvitation, type CalendarContent } from './answer-invitation.service.js';
import { Attribution, type About } from './attribution.read-model.js';
import type { Judgement } from './judgement.js';

/** Each is looked up in every study. */
const MOST_RECIPIENTS = 3;

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
    if (mail.authentication === 'fail') return { ...(await this.aboutForged(mail)), reason: 'forged-sender' };
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
    if (!isAnswer(content.method)) return this.noted(mail, 'not-an-answer', 'contact.wrote');
    const judged = await this.answers.judge(mail, content, receivedAt);
    return judged ?? { ...(await this.attribution.of(mail)), reason: 'unknown-invitation' };
  }

  /** Nothing in it is believed; it is shown where it would have counted. */
  private async aboutForged(mail: IncomingMail): Promise<About> {
    const { content } = mail;
    const uid = content.kind === 'calendar' ? content.components[0]?.uid : undefined;
    return (uid && (await this.attribution.invitation(uid))) || this.attribution.of(mail);
  }

  private async bounce(content: BounceContent): Promise<Judgement> {
    const { isFinal, status, returnedMessageIds: messageIds, returnedUids: calendarUids } = content;
    if (!isFinal)
      return { ...(await this.attribution.of({ answersTo: messageIds, from: null })), reason: 'delayed' };
    const message = await this.bounced.mark({ status, messageIds, calendarUids });
    if (message) return { ...(await this.aboutBounced(message)), reason: 'undeliverable' };
    return { ...(await this.aboutRecipient(content)), reason: 'undeliverable-unknown' };
  }

  /** An address proves nothing: anybody can write a bounce that names one, so a person looks at it. */
  private async aboutRecipient({ recipients }: BounceContent): Promise<About> {
    for (const address of recipients.slice(0, MOST_RECIPIENTS)) {
      const person = await this.attribution.person(address);
      if (person) return person;
    }
    return { studyId: null };
  }

  private async aboutBounced({ studyId, subjectId, calendarUid }: BouncedMessage): Promise<About> {
    const invited = calendarUid ? await this.attribution.invitation(calendarUid) : null;
    return invited ?? (subjectId ? this.attribution.subject({ studyId, subjectId }) : { studyId });
  }

  /** Stands in the history of who wrote, when that is a respondent. */
  private async noted(
    mail: IncomingMail,
    reason: 'out-of-office' | 'words' | 'not-an-answer',
    kind: string,
  ): Promise<Judgement> {
    const about = await this.attribution.of(mail);
    const { studyId, participantKind, participantId: subjectId, subject, subjectId: id } = about;
    if (participantKind === 'respondent' && subjectId)
      this.ledger.append({ studyId, kind, subjectId, data: subject && id ? { [subject]: id } : {} });
    return { ...about, reason };
  }
}
