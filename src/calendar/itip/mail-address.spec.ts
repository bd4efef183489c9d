import { canonicalAddress, sameAddress } from './mail-address.js';

describe('the one spelling of an address', () => {
  it.each([
    ['jan@example.com', 'jan@example.com'],
    [' Jan@EXAMPLE.com ', 'jan@example.com'],
    ['MAILTO:jan@example.com', 'jan@example.com'],
    ['mailto:mailto:jan@example.com', 'jan@example.com'],
    ['mailto: <jan@example.com>', 'jan@example.com'],
    ['"mailto:jan@example.com"', 'jan@example.com'],
    ['mailto:Jan de Vries <jan@example.com>', 'jan@example.com'],
    ['mailto:jan%40example.com', 'jan@example.com'],
    ['mailto:jan%2Bwerk@example.com?subject=x', 'jan+werk@example.com'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['mailto:j%C3%BCrgen@example.com', 'jürgen@example.com'],
    ['planning@localhost', 'planning@localhost'],
    ["o'neil+x=1@example.com", "o'neil+x=1@example.com"],
    ['50%@example.com', '50%@example.com'],
  ])('%s is %s', (text, address) => expect(canonicalAddress(text)).toBe(address));

  it.each([
    '',
    'mailto:',
    'jan',
    'jan@',
    '@example.com',
    'a@b@example.com',
    'jan@example.com,piet@example.com',
    'urn:uuid:2f1c9f0e-7a55-4d1c-9a47-7a3b6f6f1a11',
    'https://example.com/principals/jan@example.com',
    'jan@exa%20mple.com',
    'jan%0D%0A@example.com',
    `${'a'.repeat(250)}@example.com`,
    `jan@${'é'.repeat(100_000)}`,
  ])('%j is none', (text) => expect(canonicalAddress(text)).toBeNull());
});

describe('two addresses', () => {
  it.each([
    ['jan@example.com', 'MAILTO:Jan@Example.com', true],
    ['j.an+werk@gmail.com', 'jan@googlemail.com', true],
    ['jan@gmail.com', 'jan@googlemail.com', true],
    ['j.an@example.com', 'jan@example.com', false],
    ['jan+a@example.com', 'jan@example.com', false],
    ['jan@gmail.com', 'jan@gmail.example', false],
    ['', '', false],
    ['jan', 'jan', false],
  ])('%s and %s: %p', (one, other, same) => {
    expect(sameAddress(one, other)).toBe(same);
    expect(sameAddress(other, one)).toBe(same);
  });
});
