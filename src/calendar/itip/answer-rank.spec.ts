import { compareRank, latestStamp, rankHere } from './answer-rank.js';

const at = (time: string) => new Date(`2027-01-04T${time}Z`);
const rank = (sequence: number, time: string) => ({ sequence, stampedAt: at(time) });

describe('the order of answers', () => {
  it.each([
    ['SEQUENCE comes first', rank(0, '12:00:00'), rank(1, '09:00:00'), -1],
    ['then DTSTAMP', rank(1, '12:00:00'), rank(1, '09:00:00'), 1],
    ['the same place', rank(1, '09:00:00'), rank(1, '09:00:00'), 0],
  ])('%s', (_, one, other, sign) => {
    expect(Math.sign(compareRank(one, other))).toBe(sign);
    expect(Math.sign(compareRank(other, one))).toBe(-sign || 0);
  });

  it('believes a stamp of five minutes from now at most', () => {
    expect(latestStamp(at('09:00:00'))).toEqual(at('09:05:00'));
  });
});

describe('an answer on our own page', () => {
  it.each([
    ['first of all', 2, null, rank(2, '08:55:00')],
    ['after an answer to what was sent before', 2, rank(1, '08:59:00'), rank(2, '08:55:00')],
    ['long after an answer', 2, rank(2, '07:00:00'), rank(2, '08:55:00')],
    ['just after an answer', 2, rank(2, '08:59:00'), rank(2, '08:59:00.001')],
    ['after an answer of a clock that is ahead', 2, rank(2, '09:04:00'), rank(2, '09:04:00.001')],
  ])('%s takes the place behind the last', (_, sequence, last, place) => {
    const given = rankHere(sequence, at('09:00:00'), last);
    expect(given).toEqual(place);
    if (last) expect(compareRank(given, last)).toBeGreaterThan(0);
  });
});
