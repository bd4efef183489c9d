import { randomBytes } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashToken } from '../kernel/crypto/link-token.js';
import { newId } from '../kernel/database/new-id.js';
import { Clock } from '../kernel/time/clock.js';
import type { Actor } from './actor.js';
import { csrfTokenFor } from './csrf-token.js';
import { firstExpiry, renewedExpiry } from './session-lifetime.js';
import { Session } from './session.entity.js';
import type { StudyRoleName } from './study-role.entity.js';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A request's proof of who makes it. */
export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly kind: Session['kind'];
  /** What the forms of this session must carry. */
  readonly csrfToken: string;
}

interface SessionRow {
  readonly session_id: string;
  readonly kind: Session['kind'];
  readonly created_at: string;
  readonly expires_at: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Actor['language'];
  readonly may_create_studies: boolean;
  readonly roles: Record<string, StudyRoleName>;
}

const tokenFormat = /^[A-Za-z0-9_-]{43}$/;

const sessionWithRoles = `
  select s.id as session_id, s.kind, s.created_at, s.expires_at,
    a.id as account_id, a.name, a.email, a.language, a.may_create_studies,
    coalesce((select json_object_agg(r.study_id, r.role) from study_role r where r.account_id = a.id), '{}') as roles
  from session s join account a on a.id = s.account_id
  where s.token_hash = ? and s.expires_at > ? and a.disabled_at is null`;

/** Sessions live in the database, by the hash of their token, so that every process knows them and ending one is final. */
@Injectable()
export class Sessions {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async open(accountId: string, kind: Session['kind']): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = firstExpiry(now);
    const row = { id: newId(), tokenHash: hashToken(token), accountId, kind, createdAt: now, expiresAt };
    await this.em.insert(Session, row);
    return { token, expiresAt };
  }

  /** Who holds this token, with the roles in every study, in one query; a session in use is renewed. */
  async find(token: string): Promise<SignedIn | undefined> {
    if (!tokenFormat.test(token)) return undefined;
    const now = this.clock.now();
    const [row] = await this.em.execute<SessionRow[]>(sessionWithRoles, [hashToken(token), now]);
    if (!row) return undefined;
    await this.renew(row, now);
    return { actor: actorOf(row), sessionId: row.session_id, kind: row.kind, csrfToken: csrfTokenFor(token) };
  }

  async end(sessionId: string): Promise<void> {
    await this.em.nativeDelete(Session, { id: sessionId });
  }

  /** Ends every session of the account, save the one that is named; says how many. */
  async endAll(accountId: string, { except }: { except?: string } = {}): Promise<number> {
    return this.em.nativeDelete(Session, { accountId, ...(except && { id: { $ne: except } }) });
  }

  /** What is open for an account, newest first. */
  async list(accountId: string): Promise<Pick<Session, 'id' | 'kind' | 'createdAt' | 'expiresAt'>[]> {
    const open = { accountId, expiresAt: { $gt: this.clock.now() } };
    return this.em.find(Session, open, {
      orderBy: { createdAt: 'desc' },
      limit: 50,
      disableIdentityMap: true,
    });
  }

  async deleteExpired(): Promise<number> {
    return this.em.nativeDelete(Session, { expiresAt: { $lte: this.clock.now() } });
  }

  private async renew(row: SessionRow, now: Date): Promise<void> {
    const times = { createdAt: new Date(row.created_at), expiresAt: new Date(row.expires_at) };
    const expiresAt = renewedExpiry({ kind: row.kind, ...times }, now);
    if (expiresAt) await this.em.nativeUpdate(Session, { id: row.session_id }, { expiresAt });
  }
}

const actorOf = (row: SessionRow): Actor => ({
  accountId: row.account_id,
  name: row.name,
  email: row.email,
  language: row.language,
  mayCreateStudies: row.may_create_studies,
  roles: new Map(Object.entries(row.roles)),
});
