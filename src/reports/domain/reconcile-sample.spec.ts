import * as fc from 'fast-check';
import { reconcileSample } from './reconcile-sample.js';
import type { SampleInput, SampleUnit } from './sample.js';

const roles = [
  { code: 'SW', name: 'Sociaal werker', nameEn: 'Social worker', target: 16 },
  { code: 'BM', name: 'Beleidsmaker', nameEn: 'Policymaker', target: 8 },
  { code: 'WA', name: 'Wijkagent', nameEn: 'Community police officer', target: 11 },
];
const quotas = [
  ['ZWO', 3, 1, 2],
  ['BOR', 3, 1, 2],
  ['ZEI', 3, 1, 2],
  ['HEN', 3, 1, 2],
  ['ENS', 2, 2, 2],
  ['UTR', 2, 2, 1],
] as const;
const firstStudy: SampleInput = {
  roles,
  sites: quotas.map(([code, SW, BM, WA]) => ({ code, name: `Team ${code}`, quotas: { SW, BM, WA } })),
  statedSamples: [
    { source: 'Methoden van onderzoek', unit: 'interviews', n: 36 },
    { source: 'Samenvatting', unit: 'interviews', n: 37 },
  ],
  realised: [],
};

const withStated = (n: number, unit: SampleUnit = 'interviews', realised: SampleInput['realised'] = []) =>
  reconcileSample({ ...firstStudy, statedSamples: [{ source: 'Rapport', unit, n }], realised });

const candidateCodes = (n: number, unit?: SampleUnit, realised?: SampleInput['realised']) =>
  withStated(n, unit, realised).discrepancies[0]?.candidates.map((candidate) => candidate.code);

describe('reconcileSample', () => {
  it('lays the numbers of the first study side by side', () => {
    const sample = reconcileSample(firstStudy);
    expect(sample.planned).toEqual({
      total: 35,
      byRole: { SW: 16, BM: 8, WA: 11 },
      bySite: { ZWO: 6, BOR: 6, ZEI: 6, HEN: 6, ENS: 6, UTR: 5 },
    });
    expect(sample.stated).toEqual([
      { source: 'Methoden van onderzoek', unit: 'interviews', n: 36, difference: 1 },
      { source: 'Samenvatting', unit: 'interviews', n: 37, difference: 2 },
    ]);
    expect(sample.realised).toEqual({
      total: 0,
      byRole: { SW: 0, BM: 0, WA: 0 },
      bySite: { ZWO: 0, BOR: 0, ZEI: 0, HEN: 0, ENS: 0, UTR: 0 },
    });
    expect(sample.discrepancies.map(({ code }) => code)).toEqual([
      'stated-differs-from-planned',
      'stated-differs-from-planned',
      'stated-samples-disagree',
    ]);
  });

  it('finds nothing when all agree', () => {
    expect(withStated(35).discrepancies).toEqual([]);
  });

  it('counts what was realised by role and by site', () => {
    const { realised } = withStated(35, 'interviews', [
      { site: 'ZWO', role: 'SW', interviews: 2, persons: 3, transcripts: 2 },
      { site: 'ZWO', role: 'WA', interviews: 1, persons: 1, transcripts: 0 },
      { site: 'UTR', role: 'SW', interviews: 1, persons: 1, transcripts: 1 },
    ]);
    expect(realised).toMatchObject({ total: 4, byRole: { SW: 3, BM: 0, WA: 1 }, persons: 5, transcripts: 3 });
    expect(realised.bySite).toMatchObject({ ZWO: 3, UTR: 1, BOR: 0 });
  });

  it('knows no number of persons when some counts lack it', () => {
    const counts = [
      { site: 'ZWO', role: 'SW', interviews: 2, persons: 3 },
      { site: 'BOR', role: 'SW', interviews: 2 },
    ];
    expect('persons' in withStated(35, 'interviews', counts).realised).toBe(false);
  });

  it('does not hold interviews against persons', () => {
    const statedSamples = [
      { source: 'A', unit: 'interviews', n: 35 },
      { source: 'B', unit: 'persons', n: 36 },
    ] as const;
    const { discrepancies } = reconcileSample({ ...firstStudy, statedSamples });
    expect(discrepancies.map(({ code }) => code)).toEqual(['stated-differs-from-planned']);
  });

  it('names targets that differ from the quotas, by role and in all', () => {
    const changed = roles.map((role) => (role.code === 'WA' ? { ...role, target: 13 } : role));
    const { discrepancies } = reconcileSample({ ...firstStudy, roles: changed, statedSamples: [] });
    expect(discrepancies).toMatchObject([
      { code: 'role-target-differs-from-quotas', data: { role: { code: 'WA' }, quotas: 11 } },
      { code: 'total-differs-from-quotas', data: { planned: 37, quotas: 35 } },
    ]);
  });

  it('names a role that moved between quotas although the totals agree', () => {
    const changed = roles.map((role) => ({ ...role, target: { SW: 15, BM: 9, WA: 11 }[role.code]! }));
    const { discrepancies } = reconcileSample({ ...firstStudy, roles: changed, statedSamples: [] });
    expect(discrepancies.map(({ code }) => code)).toEqual([
      'role-target-differs-from-quotas',
      'role-target-differs-from-quotas',
    ]);
  });

  it('names the sites that have no quota for a role that falls short', () => {
    const sites = firstStudy.sites.map((site) =>
      site.code === 'UTR' ? { ...site, quotas: { SW: 2, BM: 2 } } : site,
    );
    const { discrepancies } = reconcileSample({ ...firstStudy, sites, statedSamples: [] });
    expect(discrepancies[0]?.candidates[0]).toEqual({
      code: 'sites-without-quota',
      count: 1,
      names: ['Team UTR'],
    });
  });

  it('names more interviews than a target and interviews outside the roles', () => {
    const { discrepancies } = withStated(35, 'interviews', [
      { site: 'ZWO', role: 'BM', interviews: 9 },
      { site: 'ZWO', role: 'XX', interviews: 1 },
    ]);
    expect(discrepancies).toMatchObject([
      { code: 'realised-exceeds-target', data: { role: { code: 'BM' }, realised: 9 } },
      { code: 'realised-outside-roles', data: { role: 'XX', realised: 1 } },
    ]);
  });

  it('always says the difference that it reports', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.constantFrom<SampleUnit>('interviews', 'persons', 'transcripts'),
        (n, unit) => {
          const { stated, discrepancies } = withStated(n, unit);
          expect(stated[0]?.difference).toBe(n - 35);
          expect(discrepancies).toHaveLength(n === 35 ? 0 : 1);
          expect(discrepancies.every(({ candidates }) => candidates.length > 0)).toBe(true);
        },
      ),
    );
  });
});

describe('the candidates of a stated sample', () => {
  it('are interviews counted otherwise when a few more are stated', () => {
    expect(candidateCodes(36)?.slice(0, 4)).toEqual([
      'duo-interview',
      'outside-roles',
      'pilot-interview',
      'repeat-interview',
    ]);
  });

  it('are another unit, not one duo interview, when many more are stated', () => {
    expect(candidateCodes(60)).toEqual(['other-unit', 'over-recruitment', 'other-version']);
  });

  it('are drop-out and analysis when fewer are stated', () => {
    expect(candidateCodes(34)?.slice(0, 2)).toEqual(['not-held', 'left-out-of-analysis']);
    expect(candidateCodes(34)).not.toContain('duo-interview');
  });

  it.each([
    [27, 'role-left-out', 'BM'],
    [43, 'role-counted-twice', 'BM'],
    [24, 'role-left-out', 'WA'],
  ])('begin with the role whose target is exactly the difference (%i)', (n, code, role) => {
    expect(withStated(n).discrepancies[0]?.candidates[0]).toMatchObject({ code, role: { code: role } });
  });

  it('begin with one for each site when the difference is the number of sites', () => {
    expect(candidateCodes(41)?.[0]).toBe('one-extra-per-site');
  });

  it.each([
    ['persons', 36, 'several-persons'],
    ['persons', 34, 'same-person-again'],
    ['transcripts', 36, 'split-recording'],
    ['transcripts', 34, 'not-recorded'],
    ['transcripts', 60, 'observation-notes'],
  ] as const)('follow the unit: %s, %i', (unit, n, first) => {
    expect(candidateCodes(n, unit)?.[0]).toBe(first);
  });

  it('begin with what was held when that is what the text states, and then need no guess at recruitment', () => {
    const held = [{ site: 'ZWO', role: 'SW', interviews: 36 }];
    expect(candidateCodes(36, 'interviews', held)?.[0]).toBe('matches-realised');
    expect(candidateCodes(36, 'interviews', held)).not.toContain('over-recruitment');
  });

  it('name interviews outside the roles as a fact once they were held', () => {
    const held = [{ site: 'ZWO', role: 'XX', interviews: 1 }];
    expect(candidateCodes(36, 'interviews', held)?.[0]).toBe('outside-roles-held');
    expect(candidateCodes(36, 'interviews', held)).not.toContain('outside-roles');
  });

  it('tell which of two texts has the planned number', () => {
    const statedSamples = [
      { source: 'A', unit: 'interviews', n: 35 },
      { source: 'B', unit: 'interviews', n: 36 },
    ] as const;
    const { discrepancies } = reconcileSample({ ...firstStudy, statedSamples });
    expect(discrepancies.at(-1)?.candidates[0]).toEqual({
      code: 'source-matches-planned',
      count: 1,
      names: ['A'],
    });
  });
});
