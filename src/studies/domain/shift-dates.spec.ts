import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { readFileSync } from 'node:fs';
import { parseStudyFile } from './parse-study-file.js';
import { shiftDates } from './shift-dates.js';
import type { StudyFile } from './study-file.schema.js';

const parsed = parseStudyFile(
  readFileSync(new URL('../../../templates/example/study.yaml', import.meta.url), 'utf8'),
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { file } = parsed;

function datesOf({ study, soundingBoard }: StudyFile): string[] {
  const meetings = soundingBoard?.meetings.map((meeting) => meeting.before) ?? [];
  return [...Object.values(study.fieldwork), ...Object.values(study.retention), ...meetings];
}

const day = (date: string) => DateTime.fromISO(date, { zone: 'utc' });

describe('shiftDates', () => {
  it.each([
    ['2026-11-23', '2026-12-07', '2027-02-26'],
    ['2026-12-31', '2027-01-04', '2027-03-26'],
    ['2026-12-01', '2027-01-04', '2027-03-26'],
    ['2027-01-31', '2027-02-01', '2027-04-23'],
    // The clock goes forward on 2027-03-28 and back on 2027-10-31 in Amsterdam.
    ['2027-02-28', '2027-03-01', '2027-05-21'],
    ['2027-09-30', '2027-10-04', '2027-12-24'],
    ['2028-01-31', '2028-02-07', '2028-04-28'],
  ])('on %s lets the fieldwork begin on %s and end on %s', (today, from, to) => {
    expect(shiftDates(file, today).study.fieldwork).toEqual({ from, to });
  });

  it('moves retention and board meetings along', () => {
    const moved = shiftDates(file, '2026-11-23');
    expect(moved.study.retention).toEqual({
      contactDataUntil: '2027-12-03',
      researchDataUntil: '2037-12-03',
    });
    expect(moved.soundingBoard?.meetings.map((meeting) => meeting.before)).toEqual([
      '2026-12-18',
      '2027-01-29',
      '2027-03-19',
    ]);
  });

  it('changes nothing else and not the file it was given', () => {
    const before = structuredClone(file);
    const moved = shiftDates(file, '2026-11-23');
    expect(file).toEqual(before);
    expect({ ...moved, study: file.study, soundingBoard: file.soundingBoard }).toEqual(file);
  });

  it('leaves a study without a sounding board without one', () => {
    const { soundingBoard: _board, ...without } = file;
    expect('soundingBoard' in shiftDates(without, '2026-11-23')).toBe(false);
  });

  it('moves every date by the same whole weeks to a start in the first seven days of next month', () => {
    const today = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(today, (instant) => {
        const now = instant.toISOString().slice(0, 10);
        const moved = datesOf(shiftDates(file, now));
        const shifts = datesOf(file).map((date, index) => day(moved[index]!).diff(day(date), 'days').days);
        expect(new Set(shifts).size).toBe(1);
        expect(Math.abs(shifts[0]! % 7)).toBe(0);
        expect(day(moved[0]!).day).toBeLessThanOrEqual(7);
        expect(moved[0]!.slice(0, 7)).toBe(day(now).plus({ months: 1 }).toFormat('yyyy-MM'));
      }),
    );
  });
});
