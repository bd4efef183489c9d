import * as fc from 'fast-check';
import { parseMoment } from '../../src/calendar/itip/busy/calendar-moment.js';
import { expandRule } from '../../src/calendar/itip/busy/expand-rule.js';
import { parseRule } from '../../src/calendar/itip/busy/recurrence-rule.js';
import { WorkMeter } from '../../src/calendar/itip/busy/work-meter.js';
import { DAY } from '../../src/kernel/time/zone.js';
import { describeWithPeers } from './peers/peers.js';
import { expandWithDateutil, LibicalExpander, type RuleQuestion } from './peers/rule-peers.js';

const written = (wall: number) => new Date(wall).toISOString().replaceAll(/[-:]|\.000Z/g, '');

function expand({ start, rule, from, to }: RuleQuestion): readonly string[] {
  const [first, low, high] = [start, from, to].map((text) => parseMoment(text)!.wall);
  const meter = new WorkMeter(1e9, 1e9);
  meter.begin();
  const question = { rule: parseRule(rule)!, start: first!, from: low!, to: high!, isDate: false, meter };
  return expandRule(question).map(written);
}

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
/** In order: libical takes hours and minutes in the order in which they stand. */
const some = <T>(one: fc.Arbitrary<T>, most = 3) =>
  fc
    .uniqueArray(one, { minLength: 1, maxLength: most })
    .map((values) => values.toSorted((a, b) => Number(a) - Number(b)));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((n) => n !== 0);
const nth = fc.tuple(signed(4), weekday).map(([n, day]) => `${n}${day}`);
const byTime = {
  BYHOUR: maybe(some(fc.integer({ min: 0, max: 23 }))),
  BYMINUTE: maybe(some(fc.integer({ min: 0, max: 59 }))),
};
const common = {
  INTERVAL: maybe(fc.integer({ min: 1, max: 5 })),
  COUNT: maybe(fc.integer({ min: 1, max: 400 })),
  WKST: maybe(weekday),
};
const positions = { BYSETPOS: maybe(some(signed(2), 2)) };
const month = fc.integer({ min: 1, max: 12 });

/** Only what RFC 5545 section 3.3.10 gives a meaning to, and what dateutil does not look for until the year 9999. */
const rules = fc.oneof(
  fc.record({
    FREQ: fc.constant('YEARLY'),
    ...common,
    ...positions,
    BYMONTH: maybe(some(month)),
    BYMONTHDAY: maybe(some(signed(31))),
    BYDAY: maybe(some(weekday)),
    BYHOUR: byTime.BYHOUR,
  }),
  fc.record({
    FREQ: fc.constant('YEARLY'),
    ...common,
    ...positions,
    BYMONTH: maybe(some(month)),
    BYDAY: some(fc.oneof(weekday, nth)),
  }),
  fc.record({ FREQ: fc.constant('YEARLY'), ...common, BYYEARDAY: some(signed(366)) }),
  fc.record({
    FREQ: fc.constant('YEARLY'),
    COUNT: common.COUNT,
    BYWEEKNO: some(fc.integer({ min: -51, max: 53 }).filter((n) => n !== 0)),
    BYDAY: some(weekday),
  }),
  fc.record({
    FREQ: fc.constant('MONTHLY'),
    ...common,
    ...positions,
    BYMONTH: maybe(some(month)),
    BYMONTHDAY: maybe(some(signed(31))),
    BYDAY: maybe(some(weekday)),
    BYHOUR: byTime.BYHOUR,
  }),
  fc.record({ FREQ: fc.constant('MONTHLY'), ...common, BYDAY: some(fc.oneof(weekday, nth)) }),
  fc.record({
    FREQ: fc.constant('WEEKLY'),
    ...common,
    BYMONTH: maybe(some(month)),
    BYDAY: maybe(some(weekday, 5)),
    BYHOUR: byTime.BYHOUR,
  }),
  fc.record({
    FREQ: fc.constant('DAILY'),
    ...common,
    BYMONTH: maybe(some(month)),
    BYMONTHDAY: maybe(some(signed(31))),
    BYDAY: maybe(some(weekday, 5)),
    ...byTime,
  }),
  fc.record({
    FREQ: fc.constant('HOURLY'),
    INTERVAL: fc.integer({ min: 1, max: 50 }),
    COUNT: common.COUNT,
    BYMONTH: maybe(some(month)),
    BYDAY: maybe(some(weekday)),
    ...byTime,
  }),
  fc.record({
    FREQ: fc.constant('MINUTELY'),
    INTERVAL: fc.constantFrom(7, 45, 90, 400, 1_450),
    COUNT: common.COUNT,
    BYDAY: maybe(some(weekday)),
    BYHOUR: byTime.BYHOUR,
  }),
);

const questions = fc
  .tuple(
    rules,
    fc.integer({ min: Date.UTC(1998, 0, 1) / DAY, max: Date.UTC(2028, 0, 1) / DAY }),
    fc.integer({ min: 0, max: 24 * 60 - 1 }),
    fc.integer({ min: -400, max: 400 }),
  )
  .map(([parts, day, minute, later]): RuleQuestion => {
    const start = day * DAY + minute * 60_000;
    const rule = Object.entries(parts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${[value].flat().join(',')}`);
    return {
      start: written(start),
      rule: rule.join(';'),
      from: written(start + later * DAY),
      to: written(start + (later + 150) * DAY),
    };
  });

/** What python3-dateutil 2.8 reads in a way of its own. */
const unknownToDateutil = [
  // The second Tuesday, if that is a Monday.
  /BYDAY=([^;]*,)?[A-Z]{2},-?\d/,
  /BYDAY=([^;]*,)?-?\d[A-Z]{2},[A-Z]/,
];

/** What libical 3.0 leaves out of account, as its results for the plainest of such rules show. */
const unknownToLibical = [
  /FREQ=(HOURLY|MINUTELY)/,
  /BYSETPOS.*BYHOUR/,
  /FREQ=DAILY.*BYMONTHDAY=-/,
  /FREQ=YEARLY(?!.*BYMONTH=).*BYMONTHDAY/,
  // It loses days of a week that lies in two years.
  /BYWEEKNO=([^;]*,)?(-|1\b|5[123])/,
];

describeWithPeers('Recurrence rules', () => {
  const libical = new LibicalExpander();
  const asked = fc.sample(questions, { numRuns: 300, seed: 20_270_104 });
  const ours = asked.map(expand);

  beforeAll(() => libical.compile());
  afterAll(() => libical.remove());

  const differences = (theirs: readonly (readonly string[])[], counts: (question: RuleQuestion) => boolean) =>
    asked.flatMap((question, n) =>
      counts(question) && ours[n]!.join() !== theirs[n]!.join()
        ? [{ ...question, ours: ours[n]!.slice(0, 6), theirs: theirs[n]!.slice(0, 6) }]
        : [],
    );

  it('mean what python3-dateutil makes of them', () => {
    const isKnown = ({ rule }: RuleQuestion) => !unknownToDateutil.some((pattern) => pattern.test(rule));
    expect(asked.filter(isKnown).length).toBeGreaterThan(100);
    expect(differences(expandWithDateutil(asked), isKnown)).toEqual([]);
  });

  it('mean what libical makes of them, where it knows all of a rule', () => {
    const isKnown = ({ rule }: RuleQuestion) => !unknownToLibical.some((pattern) => pattern.test(rule));
    expect(asked.filter(isKnown).length).toBeGreaterThan(100);
    expect(differences(libical.expand(asked), isKnown)).toEqual([]);
  });

  it('are of every frequency and part, and find something', () => {
    const all = asked.map(({ rule }) => rule).join(' ');
    const parts = [
      'YEARLY',
      'MONTHLY',
      'WEEKLY',
      'DAILY',
      'HOURLY',
      'MINUTELY',
      'BYSETPOS',
      'BYWEEKNO',
      'COUNT',
    ];
    expect(parts.filter((part) => !all.includes(part))).toEqual([]);
    expect(ours.filter((found) => found.length > 0).length).toBeGreaterThan(100);
  });
});
