import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/text/language.js';
import { ConsentAnswer } from './consent-answer.entity.js';
import { ConsentForm, type ConsentStatement } from './consent-form.entity.js';

export interface AskedStatement {
  readonly code: string;
  readonly required: boolean;
  readonly text: string;
  /** The language that the text is in; the study's when there is no other. */
  readonly language: Language;
}

/** What a respondent answered last to one statement, in the words of the form that they saw. */
export interface AnsweredStatement extends AskedStatement {
  readonly answer: ConsentAnswer['answer'];
  readonly at: Date;
}

/** Consent as pages show it. */
@Injectable()
export class ConsentReadModel {
  constructor(private readonly em: EntityManager) {}

  /** The statements that respondents are asked now; none when the study has no form. */
  async asked(studyId: string, language: Language): Promise<readonly AskedStatement[]> {
    const form = await this.em.findOne(ConsentForm, { studyId }, { orderBy: { usedSince: 'desc' } });
    return (form?.statements ?? []).map((statement) => inLanguage(statement, language));
  }

  /** Each statement's latest answer, in the order of its form. */
  async answered(
    studyId: string,
    respondentId: string,
    language: Language,
  ): Promise<readonly AnsweredStatement[]> {
    const orderBy = { at: 'asc', id: 'asc' } as const;
    const rows = await this.em.find(ConsentAnswer, { studyId, respondentId }, { orderBy });
    if (rows.length === 0) return [];
    const forms = await this.em.find(ConsentForm, { id: { $in: rows.map(({ formId }) => formId) } });
    const latest = new Map(rows.map((row) => [row.statement, row]));
    return forms.flatMap((form) =>
      form.statements.flatMap((words) => {
        const row = latest.get(words.code);
        return row?.formId === form.id
          ? [{ ...inLanguage(words, language), answer: row.answer, at: row.at }]
          : [];
      }),
    );
  }
}

function inLanguage({ code, required, text, textEn }: ConsentStatement, language: Language): AskedStatement {
  if (language === 'en' && textEn) return { code, required, text: textEn, language: 'en' };
  return { code, required, text, language: 'nl' };
}
