import { fieldworkWeek, mondayBefore, mondayOfWeek, weekOf, weekToShow } from './iso-week.js';

const fieldwork = { from: '2027-01-04', to: '2027-03-26' };

describe('Weeks', () => {
  it.each([
    ['2027-W01', '2027-01-04'],
    ['2026-W53', '2026-12-28'],
    ['2025-W01', '2024-12-30'],
  ])('%s begins on Monday %s', (week, monday) => {
    expect(mondayOfWeek(week)).toBe(monday);
    expect(weekOf(monday)).toBe(week);
  });

  it.each(['2027-W00', '2027-W54', '2027-02', '', 'W02', '2027-W53'])('%p is not a week', (text) => {
    expect(mondayOfWeek(text)).toBeUndefined();
  });

  it('belong to the year of their Thursday', () => {
    expect(weekOf('2027-01-01')).toBe('2026-W53');
    expect(mondayBefore('2027-01-03')).toBe('2026-12-28');
  });

  it.each([
    ['before the fieldwork its first week', '2026-11-23', '2027-01-04'],
    ['during it the week of today', '2027-02-17', '2027-02-15'],
    ['after it its last week', '2027-05-01', '2027-03-22'],
  ])('shown first: %s', (_, today, monday) => {
    expect(weekToShow(today, fieldwork)).toBe(monday);
  });

  it('are counted through the fieldwork', () => {
    expect(fieldworkWeek('2027-01-14', fieldwork)).toEqual({ week: 2, weeks: 12 });
    expect(fieldworkWeek('2027-03-26', fieldwork)).toEqual({ week: 12, weeks: 12 });
    expect(fieldworkWeek('2027-04-01', fieldwork)).toEqual({ weeks: 12 });
  });
});
