import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../auth/capability-links.service.js';
import { BoardMember } from './board-member.entity.js';
import { BoardLinkClosed, BoardLinkUnknown } from './meetings.errors.js';

/** Whom a board member's link stands for. */
@Injectable()
export class BoardLinks {
  constructor(
    private readonly em: EntityManager,
    private readonly links: CapabilityLinks,
  ) {}

  /** Throws BoardLinkUnknown for a link that never was, BoardLinkClosed for one that no longer opens anything. */
  async open(token: string): Promise<BoardMember> {
    const link = await this.links.find('board-member', token);
    if (!link) throw new BoardLinkUnknown();
    const member = await this.em.findOne(BoardMember, { id: link.subjectId, leftAt: null });
    if (link.expired || link.revoked || !member) throw new BoardLinkClosed();
    return member;
  }
}
