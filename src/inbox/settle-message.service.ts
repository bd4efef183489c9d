import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation } from '../calendar/invitation.entity.js';
import type { ProposedTime } from '../calendar/itip/read-proposal.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import { seesUnknown } from './inbox-access.service.js';
import { MessageNotFound, MessageSettled, NotPossibleHere } from './inbox.errors.js';
import { IncomingMessage } from './incoming-message.entity.js';
import { InvitedSubjects } from './invited-subjects.js';
import { messageTransitions, type MessageStatus } from './message-status.js';

type Settler = Pick<StudyScope, 'studyId' | 'actorId' | 'role'>;

interface Held {
  readonly message: IncomingMessage;
  readonly invitation: Invitation;
  readonly time: ProposedTime;
}

/** What a person makes of a mail that waits; each is one transaction. */
@Injectable()
export class SettleMessage {
  constructor(
    private readonly em: EntityManager,
    private readonly subjects: InvitedSubjects,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the proposed time: everybody concerned is told. `regardless` of hours and rules. Throws the errors of moving,
   * MessageSettled and NotPossibleHere.
   */
  accept(scope: Settler, id: string, { regardless }: { readonly regardless: boolean }): Promise<void> {
    return this.em.transactional(async () => {
      const { message, invitation, time } = await this.proposal(scope, id);
      if (time.start <= this.clock.now()) throw new NotPossibleHere();
      this.become(message, 'accepted', scope);
      await this.subjects.of(invitation).moveTo(invitation, { ...time, regardless }, scope);
    });
  }

  /** What stands stays; the proposer's calendar and mail say so. */
  refuse(scope: Settler, id: string, words?: string): Promise<void> {
    return this.em.transactional(async () => {
      const { message, invitation, time } = await this.proposal(scope, id);
      this.become(message, 'refused', scope);
      await this.subjects.of(invitation).refuse(invitation, time, words);
    });
  }

  /** Nothing (more) needs to be done. */
  dismiss(scope: Settler, id: string): Promise<void> {
    return this.em.transactional(async () => this.become(await this.locked(scope, id), 'dismissed', scope));
  }

  /** Takes a dismissal back. */
  reopen(scope: Settler, id: string): Promise<void> {
    return this.em.transactional(async () => this.become(await this.locked(scope, id), 'waiting', scope));
  }

  /** The message as it is now, which stays so until the caller's transaction ends. */
  async locked({ studyId, role }: Settler, id: string): Promise<IncomingMessage> {
    const locking = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const message = await this.em.findOne(IncomingMessage, { id }, locking);
    const isOwn = message?.studyId === studyId || (message?.studyId === null && seesUnknown({ role }));
    if (!message || !isOwn) throw new MessageNotFound();
    return message;
  }

  become(message: IncomingMessage, status: MessageStatus, { actorId }: Pick<Settler, 'actorId'>): void {
    if (!messageTransitions[message.status].includes(status)) throw new MessageSettled();
    const from = message.status;
    this.em.assign(message, { status, settledAt: this.clock.now(), settledById: actorId });
    const { id, studyId = null, participantKind, participantId, subject, subjectId } = message;
    const person = participantKind === 'interviewer' ? null : participantId;
    const data = { message: id, from, to: status, reason: message.reason };
    this.ledger.append({
      studyId,
      kind: 'message.settled',
      actorId,
      subjectId: person ?? subjectId ?? id,
      data: { ...data, ...(subject && { [subject]: subjectId }) },
    });
  }

  /** The locks in the order of everybody: what people were invited to, the invitation, the message. */
  private async proposal(scope: Settler, id: string): Promise<Held> {
    const found = await this.em.findOne(IncomingMessage, { id, studyId: scope.studyId });
    if (!found) throw new MessageNotFound();
    const invitation = found.invitationId && (await this.em.findOne(Invitation, { id: found.invitationId }));
    if (!invitation) throw new NotPossibleHere();
    const party = await this.subjects.of(invitation).stand(invitation);
    const message = await this.locked(scope, id);
    const { proposedStart: start, proposedEnd: end } = message;
    if (message.status !== 'waiting') throw new MessageSettled();
    if (!party?.isOpen || invitation.cancelledAt || !start || !end) throw new NotPossibleHere();
    return { message, invitation, time: { start, end } };
  }
}
