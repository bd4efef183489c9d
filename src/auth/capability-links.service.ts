import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newLinkNonce } from '../kernel/crypto/link-token.js';
import { newId } from '../kernel/database/new-id.js';
import { Clock } from '../kernel/time/clock.js';
import { CapabilityLink, type LinkPurpose } from './capability-link.entity.js';

/** Whom a link stands for, and what it opens. */
export interface LinkSubject {
  readonly purpose: LinkPurpose;
  readonly subjectId: string;
}

export interface LinkRequest extends LinkSubject {
  readonly studyId: string | null;
  /** Absent: it lasts until it is revoked. */
  readonly expiresAt?: Date | null;
}

export interface IssuedLink {
  readonly id: string;
  /** 43 characters, for an URL's path. Never store or log it. */
  readonly token: string;
}

/** What a token that once was given out opens; an expired or revoked one deserves a page that says so. */
export interface FoundLink {
  readonly id: string;
  readonly subjectId: string;
  readonly studyId: string | null;
  readonly expired: boolean;
  readonly revoked: boolean;
}

const tokenFormat = /^[A-Za-z0-9_-]{43}$/;

/** Unguessable links. Commands persist and leave the flush to the caller's transaction. */
@Injectable()
export class CapabilityLinks {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** A new link, beside those that the subject already has. */
  issue({ purpose, subjectId, studyId, expiresAt = null }: LinkRequest): IssuedLink {
    const nonce = newLinkNonce();
    const token = this.cipher.linkToken(nonce);
    const row = {
      id: newId(),
      tokenHash: this.cipher.hashToken(token),
      nonce,
      purpose,
      subjectId,
      studyId,
      expiresAt,
    };
    const link = this.em.create(CapabilityLink, { ...row, createdAt: this.clock.now() }, { persist: true });
    return { id: link.id, token };
  }

  /**
   * The subject's live link, so that every mail to one person carries the same; a new one when there is none. A later
   * `expiresAt` prolongs the link (`null` for good); an earlier one changes nothing.
   */
  async ensure(request: LinkRequest): Promise<IssuedLink> {
    const live = await this.findLive(request);
    if (!live) return this.issue(request);
    if (live.expiresAt && !(request.expiresAt && request.expiresAt <= live.expiresAt))
      live.expiresAt = request.expiresAt ?? null;
    return { id: live.id, token: this.cipher.linkToken(live.nonce) };
  }

  /** The live links of these subjects, by subject; makes none. */
  async live(purpose: LinkPurpose, subjectIds: readonly string[]): Promise<ReadonlyMap<string, IssuedLink>> {
    const wanted = { purpose, subjectId: { $in: [...subjectIds] }, revokedAt: null, ...this.notExpired() };
    const links = await this.em.find(CapabilityLink, wanted, { orderBy: { createdAt: 'asc' } });
    return new Map(
      links.map(({ id, subjectId, nonce }) => [subjectId, { id, token: this.cipher.linkToken(nonce) }]),
    );
  }

  /** Null for a token that was never given out for this purpose. */
  async find(purpose: LinkPurpose, token: string): Promise<FoundLink | null> {
    if (!tokenFormat.test(token)) return null;
    const tokenHash = this.cipher.hashToken(token);
    const link = await this.em.findOne(CapabilityLink, { tokenHash, purpose }, { disableIdentityMap: true });
    if (!link) return null;
    const { id, subjectId, studyId, expiresAt, revokedAt } = link;
    const expired = !!expiresAt && expiresAt <= this.clock.now();
    return { id, subjectId, studyId: studyId ?? null, expired, revoked: !!revokedAt };
  }

  /** Closes a link at once, once: false when it was closed before, so that a single use can be claimed. */
  async revoke(id: string): Promise<boolean> {
    const revokedAt = this.clock.now();
    return (await this.em.nativeUpdate(CapabilityLink, { id, revokedAt: null }, { revokedAt })) === 1;
  }

  /** Closes every open link of the subject for the purpose. */
  async revokeAll({ purpose, subjectId }: LinkSubject): Promise<void> {
    const revokedAt = this.clock.now();
    await this.em.nativeUpdate(CapabilityLink, { purpose, subjectId, revokedAt: null }, { revokedAt });
  }

  /** A new link in place of every older one. */
  async replace(request: LinkRequest): Promise<IssuedLink> {
    await this.revokeAll(request);
    return this.issue(request);
  }

  private findLive({ purpose, subjectId }: LinkSubject): Promise<CapabilityLink | null> {
    const live = { purpose, subjectId, revokedAt: null, ...this.notExpired() };
    return this.em.findOne(CapabilityLink, live, { orderBy: { createdAt: 'desc' } });
  }

  private notExpired() {
    return { $or: [{ expiresAt: null }, { expiresAt: { $gt: this.clock.now() } }] };
  }
}
