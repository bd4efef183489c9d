import { EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Mailbox } from '../kernel/config/mailbox.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { outboxContext } from './delivery-names.js';
import type { Letter } from './letter.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { outboxStatuses, type OutboxStatus } from './outbox-status.js';

/** One mail as everybody in the study may see it: without its address and its words. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly about: string | null;
  readonly status: OutboxStatus;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** Absent once it was sent or given up. */
  readonly nextAttemptAt: Date | null;
  readonly lastError: string | null;
}

/** With what only those who may see contact details get to see. */
export interface AddressedOutboxRow extends OutboxRow {
  readonly to: Mailbox;
  readonly subject: string;
}

export interface OutboxFilter {
  readonly studyId: string;
  readonly status?: OutboxStatus;
  readonly limit: number;
  /** Id of the last row of the page before. */
  readonly cursor?: string;
}

export interface OutboxPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

const columns = [
  'id',
  'kind',
  'about',
  'status',
  'attempts',
  'createdAt',
  'sentAt',
  'nextAttemptAt',
  'lastError',
] as const;

/** The mail of one study, newest first. */
@Injectable()
export class OutboxReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  async list(filter: OutboxFilter): Promise<OutboxPage<OutboxRow>> {
    const options = { fields: columns, orderBy: { id: 'desc' }, limit: filter.limit + 1 } as const;
    const found = await this.em.fork().find(OutboxMessage, condition(filter), options);
    return pageOf(found.map(toRow), filter.limit);
  }

  /** For readers who may see contact details. */
  async listAddressed(filter: OutboxFilter): Promise<OutboxPage<AddressedOutboxRow>> {
    const options = { orderBy: { id: 'desc' }, limit: filter.limit + 1 } as const;
    const found = await this.em.fork().find(OutboxMessage, condition(filter), options);
    return pageOf(
      found.map((message) => ({ ...toRow(message), ...this.addressOf(message) })),
      filter.limit,
    );
  }

  /** How many mails stand in each status. */
  async countByStatus(studyId: string): Promise<Readonly<Record<OutboxStatus, number>>> {
    const rows = await this.em.execute<{ status: OutboxStatus; n: number }[]>(
      `select status, count(*)::int as n from outbox_message where study_id = ? group by status`,
      [studyId],
    );
    const counts = new Map(rows.map(({ status, n }) => [status, n]));
    return Object.fromEntries(outboxStatuses.map((status) => [status, counts.get(status) ?? 0])) as Record<
      OutboxStatus,
      number
    >;
  }

  private addressOf({ id, sealed }: Pick<OutboxMessage, 'id' | 'sealed'>): { to: Mailbox; subject: string } {
    const { to, subject } = this.cipher.openJson<Letter>('outbox', outboxContext(id), sealed);
    return { to, subject };
  }
}

function condition({ studyId, status, cursor }: OutboxFilter): FilterQuery<OutboxMessage> {
  return { studyId, ...(status && { status }), ...(cursor && { id: { $lt: cursor } }) };
}

function pageOf<Row extends { readonly id: string }>(found: readonly Row[], limit: number): OutboxPage<Row> {
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

const isWaiting = (status: OutboxStatus): boolean => status === 'queued' || status === 'sending';

const toRow = (message: Pick<OutboxMessage, (typeof columns)[number]>): OutboxRow => ({
  id: message.id,
  kind: message.kind,
  about: message.about ?? null,
  status: message.status,
  attempts: message.attempts,
  createdAt: message.createdAt,
  sentAt: message.sentAt ?? null,
  nextAttemptAt: isWaiting(message.status) ? message.nextAttemptAt : null,
  lastError: message.lastError ?? null,
});
