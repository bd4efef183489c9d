import { codeLookup } from './code-lookup.js';

const lookup = codeLookup([
  { code: 'ZWO', names: ['Sociaal team Zeewolde', 'Team'] },
  { code: 'A-1', names: ['Team'] },
  { code: 'A1', names: ['ZWO'] },
]);

describe('a site or role in a file', () => {
  it.each([
    ['ZWO', { code: 'ZWO' }],
    [' zwo', { code: 'ZWO' }],
    ['sociaal-team ZEEWOLDE', { code: 'ZWO' }],
    ['A1', { code: 'A1' }],
    ['A-1', { code: 'A-1' }],
    ['a 1', 'ambiguous'],
    ['team', 'ambiguous'],
    ['BOR', undefined],
    ['', undefined],
  ])('%j is %j', (text, found) => expect(lookup.find(text)).toEqual(found));

  it('is named in a refusal, at most twenty times', () => {
    expect(lookup.known).toBe('ZWO, A-1, A1');
    const many = codeLookup(Array.from({ length: 21 }, (_, at) => ({ code: `S${at}`, names: [] })));
    expect(many.known).toMatch(/^S0, .*, S19, …$/);
  });
});
