import { resembles } from './resembles.js';

const invitee = { name: 'Zoë de Vries-Bakker', address: 'z.devries@gemeente.example' };

describe('somebody who looks like the one invited', () => {
  it.each([
    ['has a word of the name in common', 'Zoe Vries', 'someone@else.example'],
    ['whatever the accents and capitals', 'ZOË', 'someone@else.example'],
    ['or in the address', '', 'zoe.bakker@mail.example'],
    ['has the same local part', '', 'z.devries@gmail.com'],
    ['has the same domain, of an organisation', 'Receptie', 'balie@gemeente.example'],
    ['in other capitals', '', 'Balie@GEMEENTE.example'],
  ])('%s', (_, name, address) => expect(resembles({ name, address }, invitee)).toBe(true));

  it.each([
    ['shares nothing', 'Piet Jansen', 'piet@else.example'],
    ['shares only what many names share', 'Jan van den Berg', 'j.v.d.berg@else.example'],
    ['shares only two letters', 'Z. D.', 'zd@else.example'],
    ['has no name and no address', '', ''],
  ])('is not who %s', (_, name, address) => expect(resembles({ name, address }, invitee)).toBe(false));

  it.each([
    ['a public domain', { name: 'An', address: 'an.smit@gmail.com' }, 'p.jansen@gmail.com'],
    ['a public domain of a provider', { name: 'An', address: 'an.smit@ziggo.nl' }, 'p.jansen@ziggo.nl'],
    ['a local part that says nothing', { name: '', address: 'info@a.example' }, 'info@b.example'],
    ['nothing that is known', {}, 'p.jansen@else.example'],
    ['an address that is none', { address: 'gemeente.example' }, 'balie@gemeente.example'],
  ])('is not who shares %s', (_, who, address) => {
    expect(resembles({ name: 'Piet', address }, who)).toBe(false);
  });

  it('keeps its answer short of any length', () => {
    const long = 'zo '.repeat(200_000);
    const begun = performance.now();
    expect(resembles({ name: long, address: 'a@b.example' }, invitee)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
