import { cancelledGoesAt, cancelledShownSince } from './cancelled-entries.js';
import { feedParts } from './feed-parts.js';
import { feedValidators } from './feed-validators.js';
import { withoutLinks } from './without-links.js';

const now = new Date('2027-03-28T12:00:00Z');

describe('a cancelled entry', () => {
  it('is shown for thirty days, to the millisecond', () => {
    const cancelledAt = new Date('2027-02-26T12:00:00Z');
    expect(cancelledGoesAt(cancelledAt)).toEqual(now);
    expect(cancelledShownSince(now)).toEqual(cancelledAt);
  });
});

describe('what identifies a feed to clients', () => {
  const feed = { name: 'Onderzoek', changedAt: new Date('2027-01-01T00:00:00Z') };
  const version = {
    count: 2,
    sum: '-7',
    changedAt: new Date('2027-01-02T00:00:00Z'),
    goneCancelledAt: null,
  };
  const of = (change: object = {}, ofFeed: object = {}) =>
    feedValidators({ ...feed, ...ofFeed }, { ...version, ...change });

  it.each([
    ['an entry that came or went', { count: 3 }, {}],
    ['an entry that changed', { sum: '8' }, {}],
    ['another name', {}, { name: 'Studie' }],
  ])('differs with %s', (_, change, ofFeed) => {
    expect(of(change, ofFeed).etag).not.toBe(of().etag);
  });

  it('is the same however often, and whenever, it is asked', () => {
    expect(of({ changedAt: now }, { changedAt: now }).etag).toBe(of().etag);
    expect(of().etag).toMatch(/^"[\w-]{27}"$/);
  });

  it.each([
    ['its last entry', {}, {}, '2027-01-02T00:00:00.000Z'],
    ['its name or the rights to it', {}, { changedAt: now }, now.toISOString()],
    [
      'the entry that went a month after it was cancelled',
      { goneCancelledAt: new Date('2027-01-05T00:00:00Z') },
      {},
      '2027-02-04T00:00:00.000Z',
    ],
    ['itself, while it is empty', { count: 0, sum: '0', changedAt: null }, {}, '2027-01-01T00:00:00.000Z'],
  ])('is as old as %s', (_, change, ofFeed, expected) => {
    expect(of(change, ofFeed).modifiedAt.toISOString()).toBe(expected);
  });
});

describe('what a feed shows', () => {
  const roles = new Map([
    ['study-1', 'interviewer'],
    ['study-2', 'observer'],
    ['study-3', 'coordinator'],
  ] as const);
  const own = { kind: 'account', ownerId: 'me', scopeId: 'me', studyId: null } as const;

  it('of an account is what it holds and the meetings of each study; to an observer meetings only', () => {
    expect(feedParts(own, roles)).toEqual([
      { studyId: 'study-1', by: 'holder', id: 'me' },
      { studyId: 'study-1', by: 'holder', id: 'study-1' },
      { studyId: 'study-2', by: 'holder', id: 'study-2' },
      { studyId: 'study-3', by: 'holder', id: 'me' },
      { studyId: 'study-3', by: 'holder', id: 'study-3' },
    ]);
    expect(feedParts(own, new Map())).toEqual([]);
  });

  it.each([
    ['study', 'study-3', 'team'],
    ['site', 'a-site', 'site'],
  ] as const)('of a %s is for who plans it', (kind, scopeId, by) => {
    const feed = { kind, ownerId: 'me', scopeId };
    expect(feedParts({ ...feed, studyId: 'study-3' }, roles)).toEqual([
      { studyId: 'study-3', by, id: scopeId },
    ]);
    for (const studyId of ['study-1', 'study-2', 'study-4'])
      expect(feedParts({ ...feed, studyId }, roles)).toEqual([]);
  });

  it('of a board member is what they were sent', () => {
    const feed = { kind: 'board-member', ownerId: 'member', scopeId: 'member', studyId: 'study-1' } as const;
    expect(feedParts(feed, new Map())).toEqual([{ studyId: 'study-1', by: 'holder', id: 'member' }]);
  });
});

describe('a text without links', () => {
  it.each([
    ['Zaal 1', 'Zaal 1'],
    ['Zaal 1 (https://meet.example/a?b=1,2)', 'Zaal 1'],
    ['https://meet.example/a', ''],
    ['Via HTTPS://MEET.EXAMPLE/A of www.meet.example/b, kamer 2', 'Via of kamer 2'],
    ['eerste regel\nzoommtg://zoom.us/join?confno=1\nderde: 10:30', 'eerste regel\n\nderde: 10:30'],
  ])('of %j is %j', (text, expected) => {
    expect(withoutLinks(text)).toBe(expected);
  });
});
