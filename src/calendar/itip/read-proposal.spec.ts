import type { CalendarTime } from './incoming-mail.js';
import { readProposal } from './read-proposal.js';

const current = {
  start: new Date('2027-01-12T13:00:00Z'),
  end: new Date('2027-01-12T14:00:00Z'),
  zone: 'Europe/Amsterdam',
};
const stampedAt = new Date('2027-01-05T10:00:00Z');

const instant = (at: string): CalendarTime => ({ kind: 'instant', at: new Date(at) });
const floating = (wall: string): CalendarTime => ({ kind: 'floating', wall });
const day = (date: string): CalendarTime => ({ kind: 'day', date });
const read = (start: CalendarTime | null, end: CalendarTime | null, stamp: Date | null = stampedAt) =>
  readProposal({ start, end, stampedAt: stamp }, current);
const time = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

describe('the time that a counter proposes', () => {
  it.each<[string, CalendarTime | null, CalendarTime | null, ReturnType<typeof read>]>([
    [
      'is another start and end',
      instant('2027-01-13T09:00:00Z'),
      instant('2027-01-13T10:30:00Z'),
      time('2027-01-13T09:00:00Z', '2027-01-13T10:30:00Z'),
    ],
    [
      'lasts as long as the appointment where only its start is given',
      instant('2027-01-13T09:00:00Z'),
      null,
      time('2027-01-13T09:00:00Z', '2027-01-13T10:00:00Z'),
    ],
    [
      'can be longer at the same start',
      instant('2027-01-12T13:00:00Z'),
      instant('2027-01-12T15:00:00Z'),
      time('2027-01-12T13:00:00Z', '2027-01-12T15:00:00Z'),
    ],
    [
      'is read in the zone of the appointment when it names none',
      floating('2027-01-13T10:00:00'),
      floating('2027-01-13T11:00:00'),
      time('2027-01-13T09:00:00Z', '2027-01-13T10:00:00Z'),
    ],
    [
      'moves behind the hour that a spring night skips',
      floating('2027-03-28T02:30:00'),
      floating('2027-03-28T04:00:00'),
      time('2027-03-28T01:30:00Z', '2027-03-28T02:00:00Z'),
    ],
    [
      'is the first of the two that an autumn night has',
      floating('2027-10-31T02:30:00'),
      null,
      time('2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'),
    ],
    [
      'may have passed: who plans sees that',
      instant('2026-12-01T09:00:00Z'),
      null,
      time('2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z'),
    ],
    [
      'lasts as long as the appointment where its end is a whole day',
      instant('2027-01-13T09:00:00Z'),
      day('2027-01-13'),
      time('2027-01-13T09:00:00Z', '2027-01-13T10:00:00Z'),
    ],
    [
      'lasts a day at most',
      instant('2027-01-13T09:00:00Z'),
      instant('2027-01-14T09:00:00Z'),
      time('2027-01-13T09:00:00Z', '2027-01-14T09:00:00Z'),
    ],
    ['is none of a few seconds', instant('2027-01-13T09:00:00Z'), instant('2027-01-13T09:00:59Z'), 'none'],
    ['is none beyond a day', instant('2027-01-13T09:00:00Z'), instant('2027-01-14T09:00:01Z'), 'none'],
    ['is none for a century', instant('2027-01-13T09:00:00Z'), instant('2199-01-01T00:00:00Z'), 'none'],
    ['is none without a start', null, instant('2027-01-13T10:00:00Z'), 'none'],
    ['is none for a whole day', day('2027-01-13'), day('2027-01-14'), 'none'],
    ['is none at a wall time that cannot be read', floating('soon'), null, 'none'],
    [
      'is no proposal when it ends before it starts',
      instant('2027-01-13T10:00:00Z'),
      instant('2027-01-13T09:00:00Z'),
      'no-proposal',
    ],
    [
      'is no proposal when it ends as it starts',
      instant('2027-01-13T10:00:00Z'),
      instant('2027-01-13T10:00:00Z'),
      'no-proposal',
    ],
    [
      'is no proposal when it is the moment of answering',
      instant('2027-01-05T10:04:59Z'),
      instant('2027-01-05T11:04:59Z'),
      'no-proposal',
    ],
    [
      'is unchanged when it is the time that stands',
      instant('2027-01-12T13:00:00Z'),
      instant('2027-01-12T14:00:00Z'),
      'unchanged',
    ],
    ['is unchanged in the same wall time', floating('2027-01-12T14:00:00'), null, 'unchanged'],
  ])('%s', (_, start, end, expected) => expect(read(start, end)).toEqual(expected));

  it('just after the moment of answering is a wish', () => {
    expect(read(instant('2027-01-05T10:05:01Z'), null)).toEqual(
      time('2027-01-05T10:05:01Z', '2027-01-05T11:05:01Z'),
    );
  });

  it('is taken as a wish when nothing says when it was written', () => {
    expect(read(instant('2027-01-05T10:00:00Z'), null, null)).toEqual(
      time('2027-01-05T10:00:00Z', '2027-01-05T11:00:00Z'),
    );
  });
});
