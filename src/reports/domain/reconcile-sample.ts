import type {
  RealisedCount,
  RealisedSample,
  SampleCounts,
  SampleDiscrepancy,
  SampleInput,
  SampleReconciliation,
  SampleSite,
  StatedSample,
} from './sample.js';
import { candidatesFor } from './sample-candidates.js';

/**
 * Lays planned, stated and realised numbers side by side and names every disagreement with its likely
 * reasons. Fewer interviews realised than planned is no disagreement: fieldwork may still be going on.
 */
export function reconcileSample(input: SampleInput): SampleReconciliation {
  const planned = countPlanned(input);
  const realised = countRealised(input);
  return {
    planned,
    stated: input.statedSamples.map((stated) => ({ ...stated, difference: stated.n - planned.total })),
    realised,
    discrepancies: [
      ...statedAgainstPlanned(input, planned),
      ...statedAgainstEachOther(input.statedSamples),
      ...targetsAgainstQuotas(input, planned),
      ...realisedAgainstTargets(input, realised),
    ].map((discrepancy) => ({
      ...discrepancy,
      candidates: candidatesFor(discrepancy, { roles: input.roles, sites: input.sites, realised }),
    })),
  };
}

function countPlanned({ roles, sites }: SampleInput): SampleCounts {
  return {
    total: sum(roles.map((role) => role.target)),
    byRole: Object.fromEntries(roles.map((role) => [role.code, role.target])),
    bySite: Object.fromEntries(sites.map((site) => [site.code, sum(Object.values(site.quotas))])),
  };
}

function countRealised({ roles, sites, realised }: SampleInput): RealisedSample {
  const byRole = new Map(roles.map((role) => [role.code, 0]));
  const bySite = new Map(sites.map((site) => [site.code, 0]));
  for (const count of realised) {
    byRole.set(count.role, (byRole.get(count.role) ?? 0) + count.interviews);
    bySite.set(count.site, (bySite.get(count.site) ?? 0) + count.interviews);
  }
  return {
    total: sum(realised.map((count) => count.interviews)),
    byRole: Object.fromEntries(byRole),
    bySite: Object.fromEntries(bySite),
    ...optionalTotal(realised, 'persons'),
    ...optionalTotal(realised, 'transcripts'),
  };
}

/** A total is only known when every count states it. */
function optionalTotal(realised: readonly RealisedCount[], unit: 'persons' | 'transcripts') {
  const counts = realised.map((count) => count[unit]);
  const known = counts.length > 0 && counts.every((count) => count !== undefined);
  return known ? { [unit]: sum(counts) } : {};
}

function statedAgainstPlanned(
  { roles, statedSamples }: SampleInput,
  planned: SampleCounts,
): SampleDiscrepancy[] {
  const targets = roles.map((role) => role.target);
  return statedSamples
    .filter((stated) => stated.n !== planned.total)
    .map((stated) => ({
      code: 'stated-differs-from-planned',
      data: { ...stated, planned: planned.total, targets },
    }));
}

/** Only like is compared with like: 36 interviews and 37 persons may both be right. */
function statedAgainstEachOther(statedSamples: readonly StatedSample[]): SampleDiscrepancy[] {
  const units = [...new Set(statedSamples.map((stated) => stated.unit))];
  return units.flatMap((unit): SampleDiscrepancy[] => {
    const stated = statedSamples.filter((sample) => sample.unit === unit);
    const agree = new Set(stated.map((sample) => sample.n)).size === 1;
    return agree ? [] : [{ code: 'stated-samples-disagree', data: { unit, stated } }];
  });
}

function targetsAgainstQuotas({ roles, sites }: SampleInput, planned: SampleCounts): SampleDiscrepancy[] {
  const differing = roles.flatMap((role): SampleDiscrepancy[] => {
    const quotas = sum(sites.map((site) => quotaOf(site, role.code)));
    return quotas === role.target
      ? []
      : [{ code: 'role-target-differs-from-quotas', data: { role, quotas } }];
  });
  const quotas = sum(Object.values(planned.bySite));
  if (quotas === planned.total) return differing;
  return [...differing, { code: 'total-differs-from-quotas', data: { planned: planned.total, quotas } }];
}

function realisedAgainstTargets({ roles }: SampleInput, realised: RealisedSample): SampleDiscrepancy[] {
  const byCode = new Map(roles.map((role) => [role.code, role]));
  return Object.entries(realised.byRole).flatMap(([code, count]): SampleDiscrepancy[] => {
    const role = byCode.get(code);
    if (count === 0) return [];
    if (role === undefined)
      return [{ code: 'realised-outside-roles', data: { role: code, realised: count } }];
    return count > role.target ? [{ code: 'realised-exceeds-target', data: { role, realised: count } }] : [];
  });
}

function quotaOf(site: SampleSite, role: string): number {
  return Object.hasOwn(site.quotas, role) ? site.quotas[role]! : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
