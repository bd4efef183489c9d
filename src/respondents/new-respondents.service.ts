import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/database/new-id.js';
import { LedgerEntry } from '../kernel/ledger/ledger-entry.entity.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault } from '../vault/vault.service.js';
import type { NewRespondent } from './domain/diff-respondents.js';
import { numberNewcomers } from './domain/pseudonym.js';
import type { RespondentRow } from './domain/respondent-row.js';
import { Respondent } from './respondent.entity.js';
import type { StudyPlaces } from './study-places.js';

type Scope = Pick<StudyScope, 'studyId' | 'actorId'>;

export type NumberedRespondent = NewRespondent & { readonly number: number; readonly pseudonym: string };
export type KeptRespondent = NumberedRespondent & { readonly id: string; readonly contactId: string };

const rowsAtOnce = 1000;
const knownSources = new Set(['gatekeeper', 'register', 'referral']);

/** Gives newcomers their number, pseudonym and place in the vault. */
@Injectable()
export class NewRespondents {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Whoever adds to a study waits here for whoever does already: numbers are given once, and nobody comes in twice. */
  async lock({ studyId }: Pick<StudyScope, 'studyId'>): Promise<void> {
    await this.em.execute('select id from study where id = ? for no key update', [studyId]);
  }

  /** The numbers that they would get now. */
  async number(
    { studyId }: Pick<StudyScope, 'studyId'>,
    newcomers: readonly NewRespondent[],
  ): Promise<readonly NumberedRespondent[]> {
    if (newcomers.length === 0) return [];
    const highest = await this.em.execute<{ site: string; role: string; number: number }[]>(
      `select s.code as site, o.code as role, max(r.number) as number
       from respondent r join site s on s.id = r.site_id join role o on o.id = r.role_id
       where r.study_id = ? group by s.code, o.code`,
      [studyId],
    );
    return numberNewcomers(newcomers, highest);
  }

  /** In the caller's transaction, under `lock`; a list of thousands goes in a thousand rows at a time. */
  async keep(
    scope: Scope,
    newcomers: readonly NewRespondent[],
    places: StudyPlaces,
  ): Promise<readonly KeptRespondent[]> {
    const { studyId } = scope;
    const numbered = await this.number(scope, newcomers);
    const contactIds = await this.vault.addMany(
      numbered.map((one) => ({ studyId, kind: 'respondent' as const, details: contactOf(one) })),
    );
    const kept = numbered.map((one, at) => ({ ...one, id: newId(), contactId: contactIds[at]! }));
    for (let from = 0; from < kept.length; from += rowsAtOnce) {
      const rows = kept.slice(from, from + rowsAtOnce);
      await this.em.insertMany(
        Respondent,
        rows.map((one) => this.rowOf(studyId, one, places)),
      );
      await this.em.insertMany(
        LedgerEntry,
        rows.map((one) => this.entryOf(scope, one)),
      );
    }
    return kept;
  }

  private rowOf(
    studyId: string,
    { id, site, role, number, pseudonym, language, source, contactId }: KeptRespondent,
    { siteIds, roleIds }: StudyPlaces,
  ) {
    const at = this.clock.now();
    const place = { studyId, siteId: siteIds.get(site)!, roleId: roleIds.get(role)! };
    const facts = { number, pseudonym, language, source, contactId, status: 'identified' as const };
    return { id, ...place, ...facts, createdAt: at, updatedAt: at, version: 1 };
  }

  private entryOf({ studyId, actorId }: Scope, { id, pseudonym, site, role, source }: KeptRespondent) {
    // A source in somebody's own words may name a person, and the ledger must not.
    const known = source === null || knownSources.has(source) ? source : 'other';
    const data = { pseudonym, site, role, source: known };
    const about = { studyId, actorId, subjectId: id, kind: 'respondent.identified' };
    return { id: newId(), at: this.clock.now(), ...about, data };
  }
}

/** What of a respondent belongs in the vault. */
export function contactOf(
  row: Omit<RespondentRow, 'row' | 'site' | 'role' | 'language' | 'source'>,
): Contact {
  const { name, email, phone, organisation, note } = row;
  const given = Object.entries({ email, phone, organisation, note }).filter(([, value]) => value !== null);
  return { name, ...Object.fromEntries(given) };
}
