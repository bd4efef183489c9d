import type { CandidateCode, SampleCandidate, SampleContext, SampleUnit, StatedSample } from './sample.js';

/** Up to this difference a few interviews that were counted otherwise explain it; beyond, something larger must. */
export function isSmallDifference(difference: number, of: number): boolean {
  return Math.abs(difference) <= Math.max(3, Math.round(of / 10));
}

/**
 * Why a document may state another number than the roles add up to. What the numbers themselves show comes
 * first (the realised number, a whole group, one for each site); then what people do when they count: a few
 * interviews counted otherwise when the difference is small, another unit or version when it is large.
 */
export function statedCandidates(
  stated: StatedSample & { readonly planned: number },
  around: SampleContext,
): SampleCandidate[] {
  const difference = stated.n - stated.planned;
  const size = Math.abs(difference);
  const small = isSmallDifference(difference, stated.planned);
  const habits = habitsOf(stated.unit, difference > 0 ? 'more' : 'fewer', small ? 'small' : 'large');
  const seen = seenInNumbers(stated, difference, around);
  const explained = new Set(seen.map((candidate) => candidate.code));
  const rest = habits.filter((code) => !explained.has(code) && !explained.has(strongerThan[code] ?? code));
  return [...seen, ...rest.map((code) => ({ code, count: size }))];
}

/** What needs no guess any more once the ledger itself shows it. */
const strongerThan: Partial<Readonly<Record<CandidateCode, CandidateCode>>> = {
  'over-recruitment': 'matches-realised',
  'not-held': 'matches-realised',
  'outside-roles': 'outside-roles-held',
};

function seenInNumbers(stated: StatedSample, difference: number, around: SampleContext): SampleCandidate[] {
  const count = Math.abs(difference);
  const held = stated.unit === 'interviews' ? around.realised.total : around.realised[stated.unit];
  const outside = heldOutsideRoles(around);
  const sameSize = count >= 3 ? around.roles.filter((role) => role.target === count) : [];
  const roleCode = difference > 0 ? 'role-counted-twice' : 'role-left-out';
  const perSite = difference > 0 && count > 1 && count === around.sites.length;
  return [
    ...(held === stated.n && held > 0 ? [{ code: 'matches-realised', count: held } as const] : []),
    ...(difference > 0 && outside > 0 ? [{ code: 'outside-roles-held', count: outside } as const] : []),
    ...sameSize.map((role) => ({ code: roleCode, count, role }) as const),
    ...(perSite ? [{ code: 'one-extra-per-site', count } as const] : []),
  ];
}

function heldOutsideRoles({ roles, realised }: SampleContext): number {
  const known = new Set(roles.map((role) => role.code));
  return Object.entries(realised.byRole)
    .filter(([code]) => !known.has(code))
    .reduce((sum, [, count]) => sum + count, 0);
}

type Habits = Readonly<
  Record<
    SampleUnit,
    Readonly<Record<'more' | 'fewer', Readonly<Record<'small' | 'large', readonly CandidateCode[]>>>>
  >
>;

const habits: Habits = {
  interviews: {
    more: {
      small: [
        'duo-interview',
        'outside-roles',
        'pilot-interview',
        'repeat-interview',
        'over-recruitment',
        'typing-error',
        'other-version',
      ],
      large: ['other-unit', 'over-recruitment', 'other-version'],
    },
    fewer: {
      small: ['not-held', 'left-out-of-analysis', 'joint-counted-once', 'typing-error', 'other-version'],
      large: ['not-held', 'other-version'],
    },
  },
  persons: {
    more: {
      small: ['several-persons', 'over-recruitment', 'outside-roles', 'other-version'],
      large: ['several-persons', 'other-version'],
    },
    fewer: {
      small: ['same-person-again', 'not-held', 'typing-error', 'other-version'],
      large: ['not-held', 'other-version'],
    },
  },
  transcripts: {
    more: {
      small: ['split-recording', 'pilot-interview', 'repeat-interview', 'over-recruitment', 'other-version'],
      large: ['observation-notes', 'over-recruitment', 'other-version'],
    },
    fewer: {
      small: ['not-recorded', 'left-out-of-analysis', 'not-held', 'other-version'],
      large: ['not-recorded', 'not-held', 'other-version'],
    },
  },
};

function habitsOf(
  unit: SampleUnit,
  sign: 'more' | 'fewer',
  size: 'small' | 'large',
): readonly CandidateCode[] {
  return habits[unit][sign][size];
}
