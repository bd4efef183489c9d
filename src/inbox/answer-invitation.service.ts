import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation } from '../calendar/invitation.entity.js';
import type { InvitedParty } from '../calendar/invited-subject.js';
import {
  decideAnswer,
  type AnswerDecision,
  type StandingInvitation,
} from '../calendar/itip/decide-answer.js';
import type { IncomingMail, MailContent } from '../calendar/itip/incoming-mail.js';
import { waitsForPerson } from '../calendar/itip/mail-outcome.js';
import { sameAddress } from '../calendar/itip/mail-address.js';
import { resembles } from '../calendar/itip/resembles.js';
import { aboutInvitation } from './attribution.read-model.js';
import { Addresses } from './known-addresses.service.js';
import { ApplyAnswer } from './apply-answer.service.js';
import { InvitedSubjects } from './invited-subjects.js';
import type { Judgement } from './judgement.js';
import { SendAgain } from './send-again.service.js';

export type CalendarContent = Extract<MailContent, { kind: 'calendar' }>;

/** Answers of calendars to one invitation. Joins the caller's transaction; locks the subject, then the invitation. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly em: EntityManager,
    private readonly subjects: InvitedSubjects,
    private readonly addresses: Addresses,
    private readonly apply: ApplyAnswer,
    private readonly again: SendAgain,
  ) {}

  /** Null when no invitation of ours has the UID. */
  async judge(mail: IncomingMail, content: CalendarContent, receivedAt: Date): Promise<Judgement | null> {
    const found = await this.em.findOne(Invitation, { uid: content.components[0]!.uid });
    const party = found && (await this.subjects.of(found).stand(found));
    if (!found || !party) return null;
    const invitation = await this.em.findOneOrFail(
      Invitation,
      { id: found.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    const about = aboutInvitation(invitation);
    const { method, components } = content;
    if (method === 'REFRESH') return { ...about, reason: await this.again.send(invitation, receivedAt) };
    const standing = await this.standing(invitation, party, mail, content);
    const kind = method === 'COUNTER' ? 'COUNTER' : 'REPLY';
    const decision = decideAnswer({ mail, method: kind, components, standing, receivedAt });
    return { ...about, ...(await this.carryOut(decision, { invitation, party, receivedAt })) };
  }

  private async carryOut(
    decision: AnswerDecision,
    scene: { readonly invitation: Invitation; readonly party: InvitedParty; readonly receivedAt: Date },
  ): Promise<Pick<Judgement, 'reason' | 'proposal'>> {
    const { invitation, receivedAt } = scene;
    const reason = await this.apply.apply(decision, scene);
    if (decision.sendAgain) await this.again.send(invitation, receivedAt);
    const { proposal } = decision;
    // What came too late to wait is no proposal any more.
    return { reason, ...(proposal && waitsForPerson(reason) && { proposal }) };
  }

  private async standing(
    invitation: Invitation,
    party: InvitedParty,
    mail: IncomingMail,
    { components }: CalendarContent,
  ): Promise<StandingInvitation> {
    const named = components.flatMap(({ attendees }) =>
      attendees.flatMap(({ address, email, delegatedFrom }) => [address, email ?? [], delegatedFrom].flat(2)),
    );
    const mentioned = [...new Set([...named, mail.from?.address ?? []].flat())];
    const known = await this.addresses.known(invitation, mentioned);
    const { answerSequence: sequence, answerStampedAt: stampedAt, lastAnswer: answer } = invitation;
    return {
      sequence: invitation.sequence,
      significantSequence: invitation.significantSequence,
      isCancelled: !!invitation.cancelledAt,
      last:
        stampedAt && answer && answer !== 'needs-action'
          ? { sequence: sequence ?? 0, stampedAt, answer }
          : null,
      lastOfSubstitute: this.apply.lastOfSubstitute(invitation),
      start: party.start,
      end: party.end,
      zone: party.zone,
      owns: (address) => (!!party.address && sameAddress(address, party.address)) || known.has(address),
      isSubstitute: (address) => this.addresses.isSubstitute(invitation, address),
      resembles: (person) => resembles(person, party),
    };
  }
}
