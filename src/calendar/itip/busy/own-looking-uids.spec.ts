import { isFeedUid, ownLookingUids } from './own-looking-uids.js';

const ours = '6f1d0c3a9b8e47d2a5c4e3f2b1a09d8c';

describe('UIDs that look like ours', () => {
  it('are found among others, whatever the line ends', () => {
    const lines = ['BEGIN:VEVENT', `UID:${ours}`, 'UID:other@example.org', `UID;X-A=1:${ours.toUpperCase()}`];
    expect(ownLookingUids(Buffer.from(lines.join('\r\n')))).toEqual([ours]);
    expect(ownLookingUids(Buffer.from(`uid:${ours} \nUID:${ours}0\n X:UID:${'a'.repeat(32)}`))).toEqual([
      ours,
    ]);
  });

  it.each([
    ['1@feed.veldwerk', true],
    ['1@feeds.veldwerk', true],
    ['1@feed.veldwerk.example.org', false],
    ['feed.veldwerk', false],
  ])('of feeds: %s is %p', (uid, isOne) => {
    expect(isFeedUid(uid)).toBe(isOne);
  });
});
