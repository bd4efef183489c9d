import type { CandidateCode, SampleCandidate, SampleContext, SampleDiscrepancy } from './sample.js';
import { isSmallDifference, statedCandidates } from './stated-candidates.js';

/** The likely reasons of a disagreement, likeliest first: reasoned from its sign, its size and the unit. */
export function candidatesFor(discrepancy: SampleDiscrepancy, context: SampleContext): SampleCandidate[] {
  switch (discrepancy.code) {
    case 'stated-differs-from-planned':
      return statedCandidates(discrepancy.data, context);
    case 'stated-samples-disagree':
      return disagreeCandidates(discrepancy.data, context);
    case 'role-target-differs-from-quotas':
      return quotaCandidates(discrepancy.data, context);
    case 'total-differs-from-quotas':
      return totalCandidates(discrepancy.data, context);
    case 'realised-exceeds-target': {
      const count = discrepancy.data.realised - discrepancy.data.role.target;
      return same(count, ['over-recruitment', 'role-mistaken', 'repeat-interview']);
    }
    case 'realised-outside-roles':
      return same(discrepancy.data.realised, ['role-not-in-study', 'role-mistaken']);
  }
}

type DataOf<Code extends SampleDiscrepancy['code']> = Extract<SampleDiscrepancy, { code: Code }>['data'];

function disagreeCandidates(
  { unit, stated }: DataOf<'stated-samples-disagree'>,
  { roles, realised }: SampleContext,
): SampleCandidate[] {
  const numbers = stated.map((sample) => sample.n);
  const count = Math.max(...numbers) - Math.min(...numbers);
  const planned = roles.reduce((sum, role) => sum + role.target, 0);
  const sourcesOf = (n: number | undefined) =>
    stated.filter((sample) => sample.n === n && n > 0).map((sample) => sample.source);
  const held = sourcesOf(unit === 'interviews' ? realised.total : realised[unit]);
  const meant = sourcesOf(planned);
  const small = isSmallDifference(count, Math.max(...numbers));
  return [
    ...(held.length > 0 ? [{ code: 'source-matches-realised', count, names: held } as const] : []),
    ...(meant.length > 0 ? [{ code: 'source-matches-planned', count, names: meant } as const] : []),
    ...same(
      count,
      small ? ['other-moment', 'counted-differently', 'typing-error'] : ['other-moment', 'other-unit'],
    ),
  ];
}

function quotaCandidates(
  { role, quotas }: DataOf<'role-target-differs-from-quotas'>,
  { sites }: SampleContext,
): SampleCandidate[] {
  const count = Math.abs(role.target - quotas);
  if (quotas > role.target) return same(count, ['reserve-in-quotas', 'target-changed', 'typing-error']);
  const names = sites.filter((site) => !(site.quotas[role.code]! > 0)).map((site) => site.name);
  const without: SampleCandidate[] = names.length > 0 ? [{ code: 'sites-without-quota', count, names }] : [];
  return [...without, ...same(count, ['not-divided-yet', 'target-changed'])];
}

function totalCandidates(
  { planned, quotas }: DataOf<'total-differs-from-quotas'>,
  { roles, sites }: SampleContext,
): SampleCandidate[] {
  const known = new Set(roles.map((role) => role.code));
  const unknown = sites.flatMap((site) => Object.keys(site.quotas)).filter((code) => !known.has(code));
  const count = Math.abs(planned - quotas);
  if (unknown.length === 0) return same(count, ['follows-from-roles']);
  return [{ code: 'quota-outside-roles', count, names: [...new Set(unknown)] }];
}

function same(count: number, codes: readonly CandidateCode[]): SampleCandidate[] {
  return codes.map((code) => ({ code, count }));
}
