import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation } from '../calendar/invitation.entity.js';
import { answeringComponent } from '../calendar/itip/decide-answer.js';
import { outcomeOf, waitsForPerson, type OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { readIncomingMail } from '../calendar/itip/read-incoming-mail.js';
import type { IncomingMail } from '../calendar/itip/incoming-mail.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import type { StudyScope } from '../studies/study-scope.js';
import { AnswerInvitation } from './answer-invitation.service.js';
import { MessageNotFound, MessageSettled, NotPossibleHere } from './inbox.errors.js';
import { IncomingMessage } from './incoming-message.entity.js';
import { Addresses } from './known-addresses.service.js';
import { summaryOf } from './incoming-messages.js';
import { rawContext, summaryContext } from './mail-summary.js';
import { SettleMessage } from './settle-message.service.js';

/** Answers that a person can tie to the invitee. A forged sender is never recognised. */
export const recognisable: ReadonlySet<string> = new Set<OutcomeReason>([
  'resembles-invitee',
  'not-invited',
  'substitute-unannounced',
]);

/** "This is them": an answer from an address that the product did not know. */
@Injectable()
export class RecogniseSender {
  constructor(
    private readonly em: EntityManager,
    private readonly answers: AnswerInvitation,
    private readonly addresses: Addresses,
    private readonly settling: SettleMessage,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Remembers the address as the invitee's and judges the mail anew, as if it had come from the address they were
   * invited at. Gives the new reason. Throws MessageSettled and NotPossibleHere.
   */
  async recognise(
    scope: Pick<StudyScope, 'studyId' | 'actorId' | 'role'>,
    id: string,
  ): Promise<OutcomeReason> {
    const found = await this.em.findOne(IncomingMessage, { id, studyId: scope.studyId });
    if (!found) throw new MessageNotFound();
    const { invitationId, raw, reason, status } = found;
    if (status !== 'waiting') throw new MessageSettled();
    if (!raw || !invitationId || !recognisable.has(reason)) throw new NotPossibleHere();
    // Reading takes a while and no lock: it happens before the transaction.
    const mail = await readIncomingMail(this.cipher.open('inbox', rawContext(id), raw));
    return this.em.transactional(() => this.judgeAnew(scope, { id, invitationId, mail }));
  }

  private async judgeAnew(
    scope: Pick<StudyScope, 'studyId' | 'actorId' | 'role'>,
    { id, invitationId, mail }: { id: string; invitationId: string; mail: IncomingMail },
  ): Promise<OutcomeReason> {
    if (mail.content.kind !== 'calendar') throw new NotPossibleHere();
    const invitation = await this.em.findOneOrFail(Invitation, { id: invitationId });
    const address = senderOf(mail);
    if (!address) throw new NotPossibleHere();
    // A substitute whom the invitee named meanwhile stays somebody else.
    if (!this.addresses.isSubstitute(invitation, address))
      await this.addresses.remember(invitation, address, scope.actorId);
    const { receivedAt } = await this.em.findOneOrFail(IncomingMessage, { id });
    const judged = await this.answers.judge(mail, mail.content, receivedAt);
    if (!judged) throw new NotPossibleHere();
    const message = await this.settling.locked(scope, id);
    const { reason, proposal } = judged;
    this.settling.become(message, 'recognised', scope);
    const summary = this.cipher.sealJson('inbox', summaryContext(id), summaryOf(mail, proposal));
    this.em.assign(message, {
      reason,
      outcome: outcomeOf(reason),
      proposedStart: proposal?.start ?? null,
      proposedEnd: proposal?.end ?? null,
      summary,
    });
    if (waitsForPerson(reason)) message.status = 'waiting';
    return reason;
  }
}

/** Whom the answer names; who wrote, where it names several. Services write from an address that many share. */
function senderOf({ from, content }: IncomingMail): string | undefined {
  const component = content.kind === 'calendar' ? answeringComponent(content.components) : undefined;
  const attendees = component?.attendees ?? [];
  return attendees.length === 1 ? attendees[0]?.address : from?.address;
}
