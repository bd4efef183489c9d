export type SampleUnit = 'interviews' | 'persons' | 'transcripts';

export interface SampleRole {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly target: number;
}

export interface SampleSite {
  readonly code: string;
  readonly name: string;
  /** Interviews by role code; an absent role has none. */
  readonly quotas: Readonly<Record<string, number>>;
}

export interface StatedSample {
  readonly source: string;
  readonly unit: SampleUnit;
  readonly n: number;
}

/** Completed interviews of one role at one site. */
export interface RealisedCount {
  readonly site: string;
  readonly role: string;
  readonly interviews: number;
  readonly persons?: number;
  readonly transcripts?: number;
}

export interface SampleInput {
  readonly roles: readonly SampleRole[];
  readonly sites: readonly SampleSite[];
  readonly statedSamples: readonly StatedSample[];
  readonly realised: readonly RealisedCount[];
}

/** `total` and `byRole` are the roles' targets when planned; `bySite` sums the quotas of a site. */
export interface SampleCounts {
  readonly total: number;
  readonly byRole: Readonly<Record<string, number>>;
  readonly bySite: Readonly<Record<string, number>>;
}

export interface RealisedSample extends SampleCounts {
  readonly persons?: number;
  readonly transcripts?: number;
}

export type SampleDiscrepancy =
  | {
      readonly code: 'stated-differs-from-planned';
      readonly data: StatedSample & { readonly planned: number; readonly targets: readonly number[] };
    }
  | {
      readonly code: 'stated-samples-disagree';
      readonly data: { readonly unit: SampleUnit; readonly stated: readonly StatedSample[] };
    }
  | {
      readonly code: 'role-target-differs-from-quotas';
      readonly data: { readonly role: SampleRole; readonly quotas: number };
    }
  | {
      readonly code: 'total-differs-from-quotas';
      readonly data: { readonly planned: number; readonly quotas: number };
    }
  | {
      readonly code: 'realised-exceeds-target';
      readonly data: { readonly role: SampleRole; readonly realised: number };
    }
  | {
      readonly code: 'realised-outside-roles';
      readonly data: { readonly role: string; readonly realised: number };
    };

export type CandidateCode =
  | 'matches-realised'
  | 'duo-interview'
  | 'outside-roles'
  | 'outside-roles-held'
  | 'pilot-interview'
  | 'repeat-interview'
  | 'over-recruitment'
  | 'role-counted-twice'
  | 'role-left-out'
  | 'one-extra-per-site'
  | 'other-unit'
  | 'joint-counted-once'
  | 'not-held'
  | 'left-out-of-analysis'
  | 'several-persons'
  | 'same-person-again'
  | 'split-recording'
  | 'observation-notes'
  | 'not-recorded'
  | 'other-moment'
  | 'counted-differently'
  | 'source-matches-planned'
  | 'source-matches-realised'
  | 'sites-without-quota'
  | 'not-divided-yet'
  | 'reserve-in-quotas'
  | 'target-changed'
  | 'follows-from-roles'
  | 'quota-outside-roles'
  | 'role-mistaken'
  | 'role-not-in-study'
  | 'typing-error'
  | 'other-version';

/** A likely reason. `count` is the size of the difference that it would explain, `names` what it points at. */
export interface SampleCandidate {
  readonly code: CandidateCode;
  readonly count: number;
  readonly role?: SampleRole;
  readonly names?: readonly string[];
}

/** What is known around a discrepancy and makes some reasons likelier than others. */
export interface SampleContext {
  readonly roles: readonly SampleRole[];
  readonly sites: readonly SampleSite[];
  readonly realised: RealisedSample;
}

export type ExplainedDiscrepancy = SampleDiscrepancy & { readonly candidates: readonly SampleCandidate[] };

export interface SampleReconciliation {
  readonly planned: SampleCounts;
  /** `difference` is what a document states minus what the roles' targets add up to. */
  readonly stated: readonly (StatedSample & { readonly difference: number })[];
  readonly realised: RealisedSample;
  readonly discrepancies: readonly ExplainedDiscrepancy[];
}
