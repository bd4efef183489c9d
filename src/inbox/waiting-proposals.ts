import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { compareRank, type Rank } from '../calendar/itip/answer-rank.js';
import type { RankedProposal } from '../calendar/itip/decide-answer.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { IncomingMessage } from './incoming-message.entity.js';
import { summaryContext, type MailSummary } from './mail-summary.js';

interface Waiting {
  readonly message: IncomingMessage;
  /** Null where its summary is gone. */
  readonly rank: Rank | null;
}

/** Other times that an invitee proposed and that nobody has decided on. Joins the caller's transaction, which holds the invitation. */
@Injectable()
export class WaitingProposals {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** A proposal takes the place of those before it, by rank; gives why it does not. */
  async replace(
    invitationId: string,
    proposal: RankedProposal,
  ): Promise<'older-proposal' | 'same-proposal' | null> {
    const waiting = await this.of(invitationId);
    if (waiting.some(({ rank }) => rank && compareRank(rank, proposal) > 0)) return 'older-proposal';
    if (waiting.some((one) => isSame(one, proposal))) return 'same-proposal';
    await this.supersede(waiting);
    return null;
  }

  /** Somebody who agrees to the time that stands no longer asks for another. */
  async takeBack(invitationId: string, agreed: Rank): Promise<void> {
    const waiting = await this.of(invitationId);
    await this.supersede(waiting.filter(({ rank }) => rank && compareRank(rank, agreed) < 0));
  }

  private async of(invitationId: string): Promise<Waiting[]> {
    const messages = await this.em.find(
      IncomingMessage,
      { invitationId, status: 'waiting', proposedStart: { $ne: null } },
      { exclude: ['raw'], disableIdentityMap: true },
    );
    return messages.map((message) => ({ message: message as IncomingMessage, rank: this.rankOf(message) }));
  }

  private rankOf({ id, summary }: Pick<IncomingMessage, 'id' | 'summary'>): Rank | null {
    const kept = summary && this.cipher.openJson<MailSummary>('inbox', summaryContext(id), summary).rank;
    return kept ? { sequence: kept.sequence, stampedAt: new Date(kept.stampedAt) } : null;
  }

  private async supersede(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length === 0) return;
    const ids = waiting.map(({ message }) => message.id);
    await this.em.nativeUpdate(
      IncomingMessage,
      { id: { $in: ids }, status: 'waiting' },
      { status: 'superseded' },
    );
  }
}

const isSame = ({ message, rank }: Waiting, proposal: RankedProposal): boolean =>
  rank !== null &&
  compareRank(rank, proposal) === 0 &&
  message.proposedStart?.getTime() === proposal.start.getTime() &&
  message.proposedEnd?.getTime() === proposal.end.getTime();
