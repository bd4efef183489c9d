import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/text/language.js';
import { StudiesReadModel } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import { diffRespondents, type MatchedRespondent, type RespondentDiff } from './domain/diff-respondents.js';
import { importTexts } from './domain/import-texts.js';
import { parseRespondents } from './domain/parse-respondents.js';
import type { RespondentRow } from './domain/respondent-row.js';
import { ImportWriter } from './import-writer.service.js';
import { KnownRespondents, type KnownInStudy } from './known-respondents.read-model.js';
import { NewRespondents, type NumberedRespondent } from './new-respondents.service.js';
import type { RespondentStatus } from './respondent-status.js';
import { ImportRefused } from './respondents.errors.js';
import { studyPlaces, type StudyPlaces } from './study-places.js';

export interface ImportOptions {
  /** Says what would happen and changes nothing; newcomers have no id then. */
  readonly dryRun: boolean;
  /** Of the faults' messages. */
  readonly language: Language;
}

export interface ImportedRespondent {
  readonly id?: string | undefined;
  readonly pseudonym: string;
  readonly site: string;
  readonly role: string;
  readonly status: RespondentStatus;
}

/** How many rows became respondents, changed one and said nothing new; the respondents in the order of the file. */
export interface ImportOutcome {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly respondents: readonly ImportedRespondent[];
}

type Scope = Pick<StudyScope, 'studyId' | 'actorId' | 'language'>;
type Diff = RespondentDiff<KnownInStudy>;

/** A list of respondents from a CSV file: all of it or nothing, and the same file again changes nothing. */
@Injectable()
export class RespondentImport {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudiesReadModel,
    private readonly known: KnownRespondents,
    private readonly newcomers: NewRespondents,
    private readonly writer: ImportWriter,
  ) {}

  /** Throws ImportRefused with every fault of every row. */
  async import(scope: Scope, bytes: Uint8Array, options: ImportOptions): Promise<ImportOutcome> {
    const places = studyPlaces(await this.studies.design(scope));
    const rows = rowsOf(bytes, places, options);
    if (options.dryRun) {
      const diff = await this.diff(scope, rows, options);
      return outcomeOf(diff, await this.newcomers.number(scope, diff.added));
    }
    return this.em.transactional(async () => {
      await this.newcomers.lock(scope);
      const diff = await this.diff(scope, rows, options);
      const kept = await this.newcomers.keep(scope, diff.added, places);
      await this.writer.apply(scope, diff);
      return outcomeOf(diff, kept);
    });
  }

  private async diff(
    scope: Scope,
    rows: readonly RespondentRow[],
    { language }: ImportOptions,
  ): Promise<Diff> {
    const known = await this.known.of(scope);
    const texts = importTexts[language];
    const diff = diffRespondents({ rows, known, defaultLanguage: scope.language, texts });
    if (diff.faults.length > 0) throw new ImportRefused(diff.faults);
    return diff;
  }
}

function rowsOf(bytes: Uint8Array, { sites, roles }: StudyPlaces, { language }: ImportOptions) {
  const parsed = parseRespondents(bytes, { sites, roles, language });
  if ('faults' in parsed) throw new ImportRefused(parsed.faults);
  return parsed.rows;
}

function outcomeOf(
  { added, changed, unchanged }: Diff,
  numbered: readonly (NumberedRespondent & { readonly id?: string })[],
): ImportOutcome {
  const rows = [...numbered.map(presentNew), ...[...changed, ...unchanged].map(presentKnown)];
  return {
    imported: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    respondents: rows.toSorted((a, b) => a.row - b.row).map(({ respondent }) => respondent),
  };
}

interface PlacedRespondent {
  readonly row: number;
  readonly respondent: ImportedRespondent;
}

function presentNew({
  row,
  id,
  pseudonym,
  site,
  role,
}: NumberedRespondent & { id?: string }): PlacedRespondent {
  return { row, respondent: { id, pseudonym, site, role, status: 'identified' } };
}

function presentKnown({ known, row }: MatchedRespondent<KnownInStudy>): PlacedRespondent {
  const { id, pseudonym, site, role, status } = known;
  return { row: row.row, respondent: { id, pseudonym, site, role, status } };
}
