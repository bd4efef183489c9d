import {
  lineOf,
  linesOf,
  parameter,
  parameterList,
  readLooseComponents,
  readLooseLine,
  unescapeText,
} from './read-content-lines.js';

describe('a line of a calendar', () => {
  it.each([
    ['METHOD:REPLY', 'METHOD', {}, 'REPLY'],
    ['method : REPLY', 'METHOD', {}, ' REPLY'],
    ['UID: x', 'UID', {}, ' x'],
    [
      'DTSTART;TZID="Europe/Amsterdam":20261024T143000',
      'DTSTART',
      { TZID: 'Europe/Amsterdam' },
      '20261024T143000',
    ],
    ['ORGANIZER;mailto:x@example.com', 'ORGANIZER', {}, 'x@example.com'],
    [
      'ATTENDEE;CN="a;b:c";PARTSTAT=ACCEPTED:mailto:x@y',
      'ATTENDEE',
      { CN: 'a;b:c', PARTSTAT: 'ACCEPTED' },
      'mailto:x@y',
    ],
    ['ATTENDEE;CN=De Vries, Jan:mailto:x@y', 'ATTENDEE', { CN: 'De Vries, Jan' }, 'mailto:x@y'],
    ['ATTENDEE;CN="open:mailto:x@y', 'ATTENDEE', { CN: 'open' }, 'mailto:x@y'],
    ['ATTENDEE;CN="a;X=b:x@y', 'ATTENDEE', { CN: 'a', X: 'b' }, 'x@y'],
    [
      'ATTENDEE;SENT-BY=mailto:a@b;PARTSTAT=DECLINED:mailto:x@y',
      'ATTENDEE',
      { 'SENT-BY': 'mailto:a@b', PARTSTAT: 'DECLINED' },
      'mailto:x@y',
    ],
    [
      'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:mailto:x@y',
      'ATTENDEE',
      { PARTSTAT: 'ACCEPTED' },
      'MAILTO:mailto:x@y',
    ],
    ["ATTENDEE;CN=a^nb^'c^^d^e:x@y", 'ATTENDEE', { CN: 'a\nb"c^d^e' }, 'x@y'],
    ['ATTENDEE;CN=a;cn=b;X:x@y', 'ATTENDEE', { CN: 'a' }, 'x@y'],
    ['COMMENT:write to:mailto:x@y', 'COMMENT', {}, 'write to:mailto:x@y'],
  ])('%s', (text, name, parameters, value) => {
    const line = readLooseLine(text)!;
    expect({ name: line.name, value: line.value }).toEqual({ name, value });
    for (const [key, expected] of Object.entries(parameters)) expect(parameter(line, key)).toBe(expected);
    expect(line.parameters.size).toBe(Object.keys(parameters).length);
  });

  it.each(['', 'words without a colon', ':x', ';A=b:x', 'a b:c', '\ud83d\ude42:x', 'X'])(
    '%j is none',
    (text) => expect(readLooseLine(text)).toBeUndefined(),
  );

  it('has parameters of several values', () => {
    const line = readLooseLine('ATTENDEE;DELEGATED-TO="mailto:a@b","mailto:c,d@e",f@g:mailto:x@y')!;
    expect(parameterList(line, 'DELEGATED-TO')).toEqual(['mailto:a@b', 'mailto:c,d@e', 'f@g']);
  });
});

describe('the components of a calendar', () => {
  const read = (...lines: string[]) => readLooseComponents(lines.join('\n'));
  const names = (component: ReturnType<typeof read>): unknown => [
    component.name,
    ...component.components.map(names),
  ];

  it.each([
    ['nested', ['BEGIN:A', 'BEGIN:B', 'END:B', 'END:A'], ['', ['A', ['B']]]],
    ['in any case', ['begin:a', 'Begin: B ', 'end:b', 'END:A', 'BEGIN:C'], ['', ['A', ['B']], ['C']]],
    ['without an end', ['BEGIN:A', 'BEGIN:B', 'END:A', 'BEGIN:C'], ['', ['A', ['B']], ['C']]],
    [
      'without an end, before their like',
      ['BEGIN:A', 'BEGIN:B', 'BEGIN:C', 'BEGIN:B'],
      ['', ['A', ['B', ['C']], ['B']]],
    ],
    ['with an end too many', ['END:A', 'BEGIN:A', 'END:B', 'BEGIN:C'], ['', ['A', ['C']]]],
  ])('%s', (_, lines, tree) => expect(names(read(...lines))).toEqual(tree));

  it('keep the properties of an alarm out of its event', () => {
    const event = read(
      'BEGIN:VEVENT',
      'UID:1',
      'BEGIN:VALARM',
      'UID:2',
      'ATTENDEE:x@y',
      'END:VALARM',
      'UID:3',
    ).components[0]!;
    expect(linesOf(event, 'UID').map(({ value }) => value)).toEqual(['1', '3']);
    expect(lineOf(event, 'ATTENDEE')).toBeUndefined();
  });

  it('go only so deep', () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `BEGIN:A${index}`);
    const depth = (component: ReturnType<typeof read>): number =>
      1 + Math.max(0, ...component.components.slice(0, 1).map(depth));
    expect(depth(read(...lines))).toBeLessThan(20);
  });
});

describe('text', () => {
  it.each([
    [String.raw`a\nb\Nc\;d\,e\\nf`, 'a\nb\nc;d,e\\nf'],
    [String.raw`C:\temp\x`, String.raw`C:\temp\x`],
    ['', ''],
  ])('%s', (text, expected) => expect(unescapeText(text)).toBe(expected));
});
