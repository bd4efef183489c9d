import { nearestWord } from './nearest-word.js';

describe('nearestWord', () => {
  it.each([
    ['timezoen', 'timezone'],
    ['Tile', 'title'],
    ['e-mail', 'email'],
    ['quota', 'quotas'],
  ])('takes %s for %s', (word, expected) => {
    expect(nearestWord(word, ['code', 'title', 'timezone', 'email', 'quotas'])).toBe(expected);
  });

  it('names nothing when nothing is near', () => {
    expect(nearestWord('fax', ['name', 'email'])).toBeUndefined();
    expect(nearestWord('x'.repeat(100_000), ['x'])).toBeUndefined();
  });
});
