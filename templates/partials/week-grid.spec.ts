import * as fc from 'fast-check';
import { layOutWeek } from './week-grid.js';
import { placeClasses, weekRules } from './week-rules.js';

const zone = 'Europe/Amsterdam';
const days = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'];
const on = (date: string, from: string, to: string) => ({
  start: new Date(`${date}T${from}:00+01:00`),
  end: new Date(`${date}T${to}:00+01:00`),
});

describe('a week', () => {
  it('counts quarters from its first hour', () => {
    const {
      firstHour,
      lastHour,
      days: laid,
    } = layOutWeek([on('2027-01-12', '09:30', '10:30')], { days, zone });
    expect([firstHour, lastHour]).toEqual([8, 18]);
    expect(laid[1]!.placed).toMatchObject([{ row: 7, span: 4, lane: 1, lanes: 1 }]);
  });

  it('grows to hold what is early or late', () => {
    const entries = [on('2027-01-11', '06:45', '07:15'), on('2027-01-12', '19:00', '20:30')];
    expect(layOutWeek(entries, { days, zone })).toMatchObject({ firstHour: 6, lastHour: 21 });
  });

  it('puts what overlaps beside each other, and what only touches below each other', () => {
    const entries = [
      on('2027-01-11', '09:00', '11:00'),
      on('2027-01-11', '10:00', '11:00'),
      on('2027-01-11', '11:00', '12:00'),
    ];
    const [monday] = layOutWeek(entries, { days, zone }).days;
    expect(monday!.placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [1, 2],
      [2, 2],
      [1, 1],
    ]);
  });

  it('shows what lasts past midnight on both days', () => {
    const entry = {
      start: new Date('2027-01-11T22:00:00+01:00'),
      end: new Date('2027-01-12T01:00:00+01:00'),
    };
    const { days: laid } = layOutWeek([entry], { days, zone });
    expect(laid.map(({ placed }) => placed.map(({ row, span }) => [row, span]))).toEqual([
      [[89, 8]],
      [[1, 4]],
      [],
      [],
      [],
    ]);
  });

  it('keeps its places in the night of the extra hour', () => {
    const entry = { start: new Date('2027-10-31T00:45:00Z'), end: new Date('2027-10-31T01:15:00Z') };
    const { days: laid } = layOutWeek([entry], { days: ['2027-10-31'], zone });
    expect(laid[0]!.placed[0]!.span).toBeGreaterThan(0);
  });

  it('never lays two entries over each other, and has a rule for every place', () => {
    const rules = weekRules();
    const quarter = fc.integer({ min: 0, max: 95 });
    const entry = fc.tuple(quarter, fc.integer({ min: 1, max: 16 })).map(([from, length]) => ({
      start: new Date(Date.parse('2027-01-11T00:00:00+01:00') + from * 900_000),
      end: new Date(Date.parse('2027-01-11T00:00:00+01:00') + (from + length) * 900_000),
    }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 9 }), (entries) => {
        const { placed } = layOutWeek(entries, { days: ['2027-01-11'], zone }).days[0]!;
        expect(placed).toHaveLength(entries.length);
        for (const [i, a] of placed.entries()) {
          for (const name of placeClasses(a).split(' ')) expect(rules).toContain(`.${name}{`);
          for (const b of placed.slice(i + 1)) {
            const apart = a.row + a.span <= b.row || b.row + b.span <= a.row;
            expect(apart || a.lane !== b.lane).toBe(true);
          }
        }
      }),
    );
  });
});
