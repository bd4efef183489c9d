import { nextSequence, type OrganizerChange } from './next-sequence.js';

const outcome = (current: number, ...changes: OrganizerChange[]) => {
  const { sequence, significant, resetsAnswer } = nextSequence(current, changes);
  return [sequence, significant, resetsAnswer];
};

describe('nextSequence', () => {
  it.each<OrganizerChange>(['start', 'end', 'status', 'town', 'mode'])(
    'rises and asks again when %s changes',
    (change) => {
      expect(outcome(3, change)).toEqual([4, true, true]);
    },
  );

  it.each<OrganizerChange>(['address', 'title', 'text', 'link', 'people', 'reminder', 'resend'])(
    'stays and keeps the answer when only %s is new',
    (change) => {
      expect(outcome(3, change)).toEqual([3, false, false]);
    },
  );

  it.each<OrganizerChange>(['remove', 'cancel'])('rises but asks nothing on %s', (change) => {
    expect(outcome(3, change)).toEqual([4, true, false]);
  });

  it('rises once for changes made together', () => {
    expect(outcome(0, 'start', 'end', 'town', 'title')).toEqual([1, true, true]);
  });

  it('asks nothing when a move and a cancellation come together', () => {
    expect(outcome(1, 'start', 'cancel')).toEqual([2, true, false]);
  });

  it('stays when nothing changed', () => {
    expect(outcome(7)).toEqual([7, false, false]);
  });

  it('goes 0, 1, 2 for an invitation that is moved and cancelled', () => {
    const moved = nextSequence(0, ['start', 'end']);
    expect([moved.sequence, nextSequence(moved.sequence, ['cancel']).sequence]).toEqual([1, 2]);
  });

  it('never passes what a calendar can hold', () => {
    expect(outcome(2_147_483_647, 'start')).toEqual([2_147_483_647, true, true]);
  });
});
