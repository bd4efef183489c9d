import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyScope } from '../studies/study-scope.js';
import type { RespondentWindows } from './respondent.entity.js';
import type { RespondentStatus } from './respondent-status.js';
import { RespondentNotFound } from './respondents.errors.js';

/** A respondent without a name: what everybody who sees respondents may know. */
export interface RespondentView {
  readonly id: string;
  readonly pseudonym: string;
  /** Codes. */
  readonly site: string;
  readonly role: string;
  readonly status: RespondentStatus;
  readonly language: 'nl' | 'en';
  readonly source: string | null;
  readonly windows: RespondentWindows | null;
  /** Where the details are in the vault; null when they were erased. */
  readonly contactId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RespondentFilter {
  readonly site?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: RespondentStatus | undefined;
  /** Part of a pseudonym, whatever its case. */
  readonly text?: string | undefined;
}

export interface RespondentPage {
  readonly items: readonly RespondentView[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly limit: number;
  /** From an earlier page; opaque. */
  readonly cursor?: string | undefined;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Scope = Pick<StudyScope, 'studyId'>;

const columns = `r.id, r.pseudonym, s.code as site, o.code as role, r.status, r.language, r.source, r.windows,
  r.contact_id as "contactId", r.created_at as "createdAt", r.updated_at as "updatedAt"`;
const tables = 'respondent r join site s on s.id = r.site_id join role o on o.id = r.role_id';

/** Respondents as the API, the pages and higher rooms read them. */
@Injectable()
export class RespondentsReadModel {
  constructor(private readonly em: EntityManager) {}

  /** By pseudonym, a page at a time. */
  async list(
    scope: Scope,
    filter: RespondentFilter,
    { limit, cursor }: PageRequest,
  ): Promise<RespondentPage> {
    const after = cursor === undefined ? [] : [{ sql: 'r.pseudonym > ?', values: [readCursor(cursor)] }];
    const rows = await this.select([...conditions(scope, filter), ...after], limit + 1);
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? writeCursor(items.at(-1)!.pseudonym) : null };
  }

  /** How many fit the filter, and how many there are. */
  async counts(scope: Scope, filter: RespondentFilter): Promise<{ shown: number; total: number }> {
    const total = await this.count(scope);
    const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== '');
    return { shown: isFiltered ? await this.count(scope, filter) : total, total };
  }

  async count(scope: Scope, filter: RespondentFilter = {}): Promise<number> {
    const { sql, values } = joined(conditions(scope, filter));
    const [row] = await this.em.execute<{ n: number }[]>(
      `select count(*)::int as n from ${tables} where ${sql}`,
      [...values],
    );
    return row?.n ?? 0;
  }

  /** Throws RespondentNotFound, also for a respondent of another study. */
  async byId(scope: Scope, id: string): Promise<RespondentView> {
    const [row] = await this.select([...conditions(scope, {}), { sql: 'r.id = ?', values: [id] }], 1);
    if (!row) throw new RespondentNotFound();
    return row;
  }

  /** The respondent whose details stand under this id in the vault. */
  async byContact(scope: Scope, contactId: string): Promise<RespondentView | undefined> {
    const [row] = await this.select(
      [...conditions(scope, {}), { sql: 'r.contact_id = ?', values: [contactId] }],
      1,
    );
    return row;
  }

  private async select(where: readonly Condition[], limit: number): Promise<RespondentView[]> {
    const { sql, values } = joined(where);
    const rows = await this.em.execute<RawRow[]>(
      `select ${columns} from ${tables} where ${sql} order by r.pseudonym limit ?`,
      [...values, limit],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: new Date(row.createdAt),
      updatedAt: new Date(row.updatedAt),
    }));
  }
}

interface RawRow extends Omit<RespondentView, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

function conditions({ studyId }: Scope, { site, role, status, text }: RespondentFilter): Condition[] {
  const all: [string, unknown][] = [
    ['r.study_id = ?', studyId],
    ['s.code = ?', site],
    ['o.code = ?', role],
    ['r.status = ?', status],
    [`r.pseudonym ilike ?`, text && `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`],
  ];
  return all.filter(([, value]) => value !== undefined).map(([sql, value]) => ({ sql, values: [value] }));
}

const joined = (all: readonly Condition[]): Condition => ({
  sql: all.map(({ sql }) => sql).join(' and '),
  values: all.flatMap(({ values }) => values),
});

const writeCursor = (pseudonym: string): string => Buffer.from(pseudonym).toString('base64url');
const readCursor = (cursor: string): string =>
  Buffer.from(cursor, 'base64url').toString().replaceAll('\0', '');
