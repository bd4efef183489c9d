import { readAcceptance } from './read-acceptance.js';

describe('what is sent to take a moment', () => {
  it.each([
    [{ slot: 's1', consent: 'participate' }, ['participate']],
    [{ slot: 's1', consent: ['participate', 'quotes'] }, ['participate', 'quotes']],
    [{ slot: 's1', consent: 'participate, quotes' }, ['participate', 'quotes']],
    [{ slot: 's1', consent: { participate: true, quotes: false } }, ['participate']],
    [{ slot: 's1', participate: 'on', quotes: 'yes' }, ['participate', 'quotes']],
    [{ slot: 's1', participate: 'true', quotes: '0' }, ['participate']],
    [{ slot: 's1', 'consent.participate': 'on' }, ['participate']],
    [{ slot: 's1', 'consent[participate]': '1' }, ['participate']],
    [{ slot: 's1', consent: ['participate'], participate: 'on' }, ['participate']],
    [{ slot: 's1' }, []],
  ])('%j ticks %j', (body, consent) => expect(readAcceptance(body)).toEqual({ slot: 's1', consent }));

  it.each([undefined, null, '', 'slot=1', 7, [], { slot: ['a', 'b'] }, { slot: ' ' }])(
    'chooses nothing when it is %j',
    (body) => expect(readAcceptance(body).slot).toBeUndefined(),
  );
});
