import { numberNewcomers, pseudonym } from './pseudonym.js';

describe('a pseudonym', () => {
  it.each([
    [3, 'ZWO-SW-03'],
    [42, 'ZWO-SW-42'],
    [123, 'ZWO-SW-123'],
  ])('of number %i is %s', (number, expected) =>
    expect(pseudonym({ site: 'ZWO', role: 'SW', number })).toBe(expected),
  );

  it('counts per site and role, on from the highest that was ever given', () => {
    const newcomers = [
      { site: 'ZWO', role: 'SW' },
      { site: 'ZWO', role: 'BM' },
      { site: 'ZWO', role: 'SW' },
      { site: 'BOR', role: 'SW' },
    ];
    const numbered = numberNewcomers(newcomers, [{ site: 'ZWO', role: 'SW', number: 9 }]);
    expect(numbered.map((one) => one.pseudonym)).toEqual([
      'ZWO-SW-10',
      'ZWO-BM-01',
      'ZWO-SW-11',
      'BOR-SW-01',
    ]);
    expect(numbered.map((one) => one.number)).toEqual([10, 1, 11, 1]);
  });
});
