import * as fc from 'fast-check';
import { findUnsafeCharacter, guardFormula, isFormula, unguardFormula } from './clean-text.js';
import { foldText } from './fold-text.js';
import { writeCsv } from './write-csv.js';

describe('an unsafe character', () => {
  it.each([
    ['a\u0000b', 'U+0000'],
    ['a\u0007b', 'U+0007'],
    ['a\tb', 'U+0009'],
    ['a\r\nBcc: x', 'U+000D'],
    ['a\u001bb', 'U+001B'],
    ['a\u007fb', 'U+007F'],
    ['a\u0085b', 'U+0085'],
    ['a\u200bb', 'U+200B'],
    ['a\u2028b', 'U+2028'],
    ['a\u202eb', 'U+202E'],
    ['a\u2066b', 'U+2066'],
    ['a\ufeffb', 'U+FEFF'],
  ])('is found in %j as %s', (text, code) => expect(findUnsafeCharacter(text)).toBe(code));

  it.each(['', 'Zoë Ångström', '張偉', 'naïve 👩‍🔬', 'no\u00a0break'])('is not in %j', (text) =>
    expect(findUnsafeCharacter(text)).toBeUndefined(),
  );

  it('is neither a tab nor a line feed in a text of several lines, and a carriage return still', () => {
    expect(findUnsafeCharacter('a\tb\nc', { multiline: true })).toBeUndefined();
    expect(findUnsafeCharacter('a\rb', { multiline: true })).toBe('U+000D');
  });
});

describe('a spreadsheet formula', () => {
  it.each([
    '=1+1',
    '=A1',
    '= SUM(A1:A9)',
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|' /C calc'!A0",
    '=-1',
    '+HYPERLINK("x")',
    '@SUM(1+1)',
    '-@SUM(1)',
    "-2+3+cmd|' /C calc'!A0",
    '\t=1+1',
  ])('is %j', (cell) => expect(isFormula(cell)).toBe(true));

  it.each([
    '',
    '+31612345678',
    '+31 (0)6 1234 5678',
    '- alleen ochtenden',
    '-5',
    '@jan',
    '=> bel eerst',
    'a=b',
    '====',
  ])('is not %j', (cell) => expect(isFormula(cell)).toBe(false));

  it('never begins a cell that is written', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const cell = guardFormula(start + rest);
        expect(cell.startsWith("'") || /^[+-]\d[\d .,]*$/.test(cell)).toBe(true);
        expect(unguardFormula(cell)).toBe(start + rest);
      }),
    );
  });

  it('leaves numbers and phone numbers as they are', () => {
    expect(['-5', '+31612345678', '-1.5', 'text'].map(guardFormula)).toEqual([
      '-5',
      '+31612345678',
      '-1.5',
      'text',
    ]);
  });
});

describe('a written CSV file', () => {
  it('has a byte order mark, semicolons, CRLF, and quotes where they are needed', () => {
    expect(
      writeCsv([
        ['a', 'b;c'],
        ['d"e', 'f\ng'],
        ['=1+1', ''],
      ]),
    ).toBe('\ufeffa;"b;c"\r\n"d""e";"f\ng"\r\n\'=1+1;\r\n');
  });
});

describe('a folded text', () => {
  it.each([
    ['E-Mail adrés', 'emailadres'],
    ['  ZWO ', 'zwo'],
    ['Sociaal_werker', 'sociaalwerker'],
    ['ﬁets', 'fiets'],
    ['?!', ''],
  ])('of %j is %j', (text, folded) => expect(foldText(text)).toBe(folded));
});
