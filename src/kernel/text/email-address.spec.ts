import { isAddress, normaliseAddress } from './email-address.js';

describe('an e-mail address', () => {
  it.each([
    'sw1.zeewolde@example.org',
    'a@b.nl',
    "o'brien+veldwerk@mail.example.co.uk",
    'jan@bücher.example',
    'jan@xn--bcher-kva.example',
    '_info@example.org',
  ])('is %s', (text) => expect(isAddress(text)).toBe(true));

  it.each([
    '',
    'jan',
    '@example.org',
    'jan@',
    'jan@localhost',
    'jan@example',
    'jan@@example.org',
    'jan @example.org',
    'jan@exam ple.org',
    'jan@example..org',
    'jan@-example.org',
    'jan@example.org.',
    'jan@10.0.0.1',
    'jan@%41.nl',
    'jan@example.org/x',
    '.jan@example.org',
    'jan.@example.org',
    'j..an@example.org',
    '=jan@example.org',
    '+jan@example.org',
    '-jan@example.org',
    '<jan@example.org>',
    'Jan <jan@example.org>',
    'jan@example.org, piet@example.org',
    'jan@example.org;piet@example.org',
    'jan@example.org\r\nBcc: all@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.org`,
  ])('is not %j', (text) => expect(isAddress(text)).toBe(false));

  it.each([
    [' Jan@EXAMPLE.org ', 'jan@example.org'],
    ['jan@BÜCHER.example', 'jan@xn--bcher-kva.example'],
    ['jan@bu\u0308cher.example', 'jan@xn--bcher-kva.example'],
    ['no address', 'no address'],
  ])('is compared as: %j → %j', (text, normal) => expect(normaliseAddress(text)).toBe(normal));
});
