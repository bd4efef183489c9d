import type { Language } from '../../kernel/text/language.js';
import type {
  CandidateCode,
  ExplainedDiscrepancy,
  SampleCandidate,
  SampleDiscrepancy,
  SampleReconciliation,
} from './sample.js';
import { candidateTextsEn, messageTextsEn } from './sample-sentences.en.js';
import { candidateTextsNl, messageTextsNl } from './sample-sentences.nl.js';

/** One sentence for every kind of discrepancy. */
export type MessageTexts = {
  readonly [Code in SampleDiscrepancy['code']]: (
    data: Extract<SampleDiscrepancy, { code: Code }>['data'],
  ) => string;
};

export type CandidateTexts = Readonly<Record<CandidateCode, (candidate: SampleCandidate) => string>>;

export interface DescribedDiscrepancy {
  readonly code: SampleDiscrepancy['code'];
  readonly message: string;
  readonly candidates: readonly string[];
}

export interface DescribedSample extends Omit<SampleReconciliation, 'discrepancies'> {
  readonly discrepancies: readonly DescribedDiscrepancy[];
}

const messages: Readonly<Record<Language, MessageTexts>> = { nl: messageTextsNl, en: messageTextsEn };
const candidates: Readonly<Record<Language, CandidateTexts>> = { nl: candidateTextsNl, en: candidateTextsEn };

/** The reconciliation with every discrepancy in words: what the API and the page show. */
export function describeSample(sample: SampleReconciliation, language: Language): DescribedSample {
  return {
    ...sample,
    discrepancies: sample.discrepancies.map((discrepancy) => describeDiscrepancy(discrepancy, language)),
  };
}

/** A sentence that names the disagreement, and one for each likely reason, the likeliest first. */
export function describeDiscrepancy(
  discrepancy: ExplainedDiscrepancy,
  language: Language,
): DescribedDiscrepancy {
  // The code picks the text that takes this very data; the compiler cannot follow that through a union.
  const message = messages[language][discrepancy.code] as (data: SampleDiscrepancy['data']) => string;
  return {
    code: discrepancy.code,
    message: message(discrepancy.data),
    candidates: discrepancy.candidates.map((candidate) => candidates[language][candidate.code](candidate)),
  };
}
