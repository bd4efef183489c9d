import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Vault } from '../vault/vault.service.js';
import type { MatchedRespondent, RespondentDiff } from './domain/diff-respondents.js';
import type { KnownInStudy } from './known-respondents.read-model.js';
import { contactOf } from './new-respondents.service.js';
import { Respondent } from './respondent.entity.js';

type Scope = Pick<StudyScope, 'studyId' | 'actorId'>;
type Diff = RespondentDiff<KnownInStudy>;

/** Writes what a list says otherwise of respondents who are there already. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /** Persists without flushing, in the caller's transaction. */
  async apply({ studyId, actorId }: Scope, { added, changed, unchanged }: Diff): Promise<void> {
    await this.vault.putMany(
      changed.map((match) => ({
        id: match.known.contactId,
        studyId,
        kind: 'respondent' as const,
        details: contactOf(merged(match)),
      })),
    );
    const entities = await this.entities(changed);
    for (const { known, row, fields } of changed) {
      const respondent = entities.get(known.id)!;
      respondent.language = row.language ?? respondent.language;
      respondent.source = row.source ?? respondent.source;
      this.ledger.append({
        studyId,
        kind: 'respondent.changed',
        actorId,
        subjectId: known.id,
        data: { fields },
      });
    }
    if (added.length + changed.length === 0) return;
    const data = { imported: added.length, changed: changed.length, unchanged: unchanged.length };
    this.ledger.append({ studyId, kind: 'respondents.imported', actorId, subjectId: studyId, data });
  }

  private async entities(changed: Diff['changed']): Promise<ReadonlyMap<string, Respondent>> {
    if (changed.length === 0) return new Map();
    const found = await this.em.find(Respondent, { id: { $in: changed.map(({ known }) => known.id) } });
    return new Map(found.map((respondent) => [respondent.id, respondent]));
  }
}

/** What is known, with the fields that the file says otherwise. */
function merged({ known, row, fields }: MatchedRespondent<KnownInStudy>): KnownInStudy {
  return { ...known, ...Object.fromEntries(fields.map((field) => [field, row[field]])) };
}
