import type { Language } from '../../kernel/text/language.js';
import { reconcileSample } from './reconcile-sample.js';
import type { CandidateCode, SampleInput } from './sample.js';
import { candidateTextsEn } from './sample-sentences.en.js';
import { candidateTextsNl } from './sample-sentences.nl.js';
import { describeSample } from './sample-sentences.js';

const study: SampleInput = {
  roles: [
    { code: 'SW', name: 'Sociaal werker', nameEn: 'Social worker', target: 16 },
    { code: 'BM', name: 'Beleidsmaker', nameEn: 'Policymaker', target: 8 },
    { code: 'WA', name: 'Wijkagent', target: 11 },
  ],
  sites: [{ code: 'ZWO', name: 'Sociaal team Zeewolde', quotas: { SW: 16, BM: 8, WA: 11 } }],
  statedSamples: [
    { source: 'Methoden van onderzoek', unit: 'interviews', n: 36 },
    { source: 'Samenvatting', unit: 'interviews', n: 37 },
  ],
  realised: [],
};

const messages = (input: SampleInput, language: Language) =>
  describeSample(reconcileSample(input), language).discrepancies.map(({ message }) => message);

describe('the sentences about a sample', () => {
  it('name every disagreement of the first study in Dutch', () => {
    expect(messages(study, 'nl')).toEqual([
      '“Methoden van onderzoek” noemt 36 interviews; de respondentgroepen tellen op tot 16 + 8 + 11 = 35: 1 meer.',
      '“Samenvatting” noemt 37 interviews; de respondentgroepen tellen op tot 16 + 8 + 11 = 35: 2 meer.',
      'De teksten spreken elkaar tegen: “Methoden van onderzoek” noemt 36 interviews; “Samenvatting” noemt 37 interviews.',
    ]);
  });

  it('name every disagreement of the first study in English', () => {
    expect(messages(study, 'en')).toEqual([
      '“Methoden van onderzoek” states 36 interviews; the roles add up to 16 + 8 + 11 = 35: 1 more.',
      '“Samenvatting” states 37 interviews; the roles add up to 16 + 8 + 11 = 35: 2 more.',
      'The texts contradict each other: “Methoden van onderzoek” states 36 interviews; “Samenvatting” states 37 interviews.',
    ]);
  });

  it('name the unit of the plan when a text counts something else', () => {
    const statedSamples = [{ source: 'Bijlage', unit: 'persons', n: 34 }] as const;
    expect(messages({ ...study, statedSamples }, 'nl')).toEqual([
      '“Bijlage” noemt 34 personen; de respondentgroepen tellen op tot 16 + 8 + 11 = 35 interviews: 1 minder.',
    ]);
  });

  it('name targets, quotas and what was held', () => {
    const changed: SampleInput = {
      ...study,
      roles: study.roles.map((role) => (role.code === 'BM' ? { ...role, target: 9 } : role)),
      statedSamples: [],
      realised: [
        { site: 'ZWO', role: 'WA', interviews: 12 },
        { site: 'ZWO', role: 'XX', interviews: 1 },
      ],
    };
    expect(messages(changed, 'nl')).toEqual([
      'Voor “Beleidsmaker” is het doel 9; de quota van de casussen tellen op tot 8: 1 minder.',
      'Alle respondentgroepen samen hebben als doel 36; alle quota samen zijn 35: 1 minder.',
      'Voor “Wijkagent” is het doel 11; er zijn 12 interviews gehouden: 1 meer.',
      'Met respondentgroep “XX” is er één interview gehouden, maar die groep hoort niet bij het onderzoek.',
    ]);
    expect(messages(changed, 'en')).toEqual([
      'The target of “Policymaker” is 9; the quotas of the sites add up to 8: 1 fewer.',
      'The targets of all roles are 36 together; all quotas are 35: 1 fewer.',
      'The target of “Wijkagent” is 11; 12 interviews were held: 1 more.',
      'With role “XX” one interview was held, but the study has no such role.',
    ]);
  });

  it('keep the numbers and give the likely reasons as sentences', () => {
    const sample = describeSample(reconcileSample(study), 'en');
    expect(sample.planned.total).toBe(35);
    expect(sample.discrepancies[0]?.candidates[0]).toBe(
      'One duo interview is counted as two, because two persons sat at the table.',
    );
    expect(sample.discrepancies[1]?.candidates[0]).toContain('2 duo interviews');
  });

  it.each(Object.keys(candidateTextsNl) as CandidateCode[])(
    'have a whole sentence for %s in both languages',
    (code) => {
      for (const count of [1, 5]) {
        const candidate = { code, count, role: study.roles[0]!, names: ['A', 'B'] };
        const dutch = candidateTextsNl[code](candidate);
        const english = candidateTextsEn[code](candidate);
        for (const sentence of [dutch, english]) expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
        expect(dutch).not.toBe(english);
      }
    },
  );
});
