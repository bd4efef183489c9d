import { planSending, type BoardSeat } from './plan-sending.js';

const seat = (more: Partial<BoardSeat>): BoardSeat => ({
  memberId: 'm',
  hasLeft: false,
  hasAddress: true,
  isInvited: false,
  ...more,
});
const unchanged = { changed: false, resend: false };
const changed = { changed: true, resend: false };
const again = { changed: false, resend: true };

describe('Sending an agenda', () => {
  it.each([
    ['invites who was not yet invited', {}, unchanged, 'invite'],
    ['invites a new member also with a change', {}, changed, 'invite'],
    ['has nothing to say twice', { isInvited: true }, unchanged, undefined],
    ['tells members of a change', { isInvited: true }, changed, 'update'],
    ['says the same again when that is asked', { isInvited: true }, again, 'update'],
    ['takes the entry from who has left', { isInvited: true, hasLeft: true }, unchanged, 'cancel'],
    ['leaves alone who left before', { hasLeft: true }, changed, undefined],
    ['passes over who has no address', { hasAddress: false, isInvited: true }, changed, undefined],
  ] as const)('%s', (_, more, how, delivery) => {
    expect(planSending([seat(more)], how)[0]?.delivery).toBe(delivery);
  });
});
