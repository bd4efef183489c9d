import {
  calendarText,
  commonName,
  linkTarget,
  mailtoAddress,
  opaqueUid,
  organizerName,
} from './calendar-text.js';

describe('calendarText', () => {
  it.each([
    [
      'every kind of line break becomes one newline',
      'a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi',
      'a\nb\nc\nd\ne\nf\ng\nh\ni',
    ],
    ['control characters go, a tab stays', 'a\u0000b\u001bc\u007fd\u009fe\tf', 'abcde\tf'],
    ['a lone surrogate becomes the replacement character', 'a\ud83db', 'a\ufffdb'],
    ['what people write stays', 'Één gesprek; “koffie”, 🙂 \\ ok', 'Één gesprek; “koffie”, 🙂 \\ ok'],
  ])('%s', (_rule, text, expected) => {
    expect(calendarText(text)).toBe(expected);
  });
});

describe('commonName', () => {
  it.each([
    ['Jan de Vries', 'Jan de Vries'],
    ['Jan "de\r\nbaas" ^n', 'Jan de baas n'],
    ['De Vries, Jan; (HR): x', 'De Vries, Jan; (HR): x'],
    [' "\n^" ', undefined],
    [undefined, undefined],
  ])('shows %j as %j', (name, expected) => {
    expect(commonName(name)).toBe(expected);
  });

  it('falls back to the address for an organizer without a name', () => {
    expect(organizerName({ name: ' ', address: 'planning@study.example' })).toBe('planning@study.example');
  });
});

describe('mailtoAddress', () => {
  it.each([
    ["jan.o'neil+x=1@example.com", "jan.o'neil+x=1@example.com"],
    ['50%#?@example.com', '50%25%23%3F@example.com'],
    ['jürgen@example.com', 'j%C3%BCrgen@example.com'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
  ])('writes %s as %s', (address, expected) => {
    expect(mailtoAddress(address)).toBe(expected);
  });

  it.each([
    '',
    'jan',
    'jan@',
    '@example.com',
    'a@b@example.com',
    'Jan <jan@example.com>',
    'jan@example.com,piet@example.com',
    'jan@example.com\r\nATTENDEE:mailto:x@y.example',
    'mailto:jan@example.com',
    'jan@exa mple.com',
    `${'a'.repeat(250)}@example.com`,
  ])('refuses %j', (address) => {
    expect(() => mailtoAddress(address)).toThrow('one bare mail address');
  });
});

describe('opaqueUid', () => {
  it('keeps a random identifier as it is', () => {
    expect(opaqueUid('2f1c9f0e-7a55@veldwerk')).toBe('2f1c9f0e-7a55@veldwerk');
  });

  it.each(['', 'a b', 'a\r\nMETHOD:CANCEL', 'a;b', 'a:b', 'é', 'a'.repeat(256)])('refuses %j', (uid) => {
    expect(() => opaqueUid(uid)).toThrow('UID');
  });
});

describe('linkTarget', () => {
  it('keeps commas and semicolons and encodes what a line may not carry', () => {
    expect(linkTarget('https://meet.example/a b?x=1,2;y="\\\n#é')).toBe(
      'https://meet.example/a%20b?x=1,2;y=%22%5C#%C3%A9',
    );
  });

  it.each(['javascript:alert(1)', 'meet.example', '', 'file:///etc/passwd'])('refuses %j', (url) => {
    expect(() => linkTarget(url)).toThrow('not a web address');
  });
});
