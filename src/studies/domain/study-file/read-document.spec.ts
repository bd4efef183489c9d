import * as fc from 'fast-check';
import { readDocument } from './read-document.js';

const mebibyte = 1024 * 1024;

const nested = (levels: number, refer: (index: number) => string) =>
  [
    'a0: &a0 {x: 1}',
    ...Array.from({ length: levels }, (_, index) => `a${index + 1}: &a${index + 1} ${refer(index)}`),
  ].join('\n');

const tenTimes = (index: number) => Array.from({ length: 10 }, () => `*a${index}`).join(', ');

describe('readDocument', () => {
  it('reads any JSON as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        fc.pre(!json.includes('__proto__'));
        const { value: read, faults } = readDocument(json, 'json');
        expect(faults).toEqual([]);
        expect(read).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    ['2027-01-04', '2027-01-04'],
    ['13:00', '13:00'],
    ['no', 'no'],
    ['1_000', '1_000'],
    ['0x1F', 31],
    ['~', null],
    ['"1"', '1'],
  ])('reads %s as %j, also when a directive asks for YAML 1.1', (written, value) => {
    expect(readDocument(`a: ${written}`, 'auto').value).toEqual({ a: value });
    expect(readDocument(`%YAML 1.1\n---\na: ${written}`, 'yaml').value).toEqual({ a: value });
  });

  it('lets an own key win from a merged one, and the first merged group from the second', () => {
    const text = 'a: &a {x: 1, y: 1, z: 1}\nb: &b {x: 2, y: 2}\nc: {x: 3, <<: [*b, *a]}';
    expect(readDocument(text, 'yaml').value).toMatchObject({ c: { x: 3, y: 2, z: 1 } });
  });

  it('knows the line of every path, and of what is missing the line of what is around it', () => {
    const document = readDocument('a:\n  - b: 1\n    "odd.key": 2\n  -\n    c: 3\n', 'yaml');
    expect(document.lineOf('a[0].b')).toBe(2);
    expect(document.lineOf('a[0]["odd.key"]')).toBe(3);
    expect(document.lineOf('a[1].c')).toBe(5);
    expect(document.lineOf('a[1].missing')).toBe(5);
    expect(document.lineOf('missing')).toBe(1);
  });

  it('takes a file of 1 MiB and no byte more', () => {
    const text = `a: ${'é'.repeat((mebibyte - 4) / 2)}x`;
    expect(Buffer.byteLength(text)).toBe(mebibyte);
    expect(readDocument(text, 'yaml').faults).toEqual([]);
    expect(readDocument(`${text}x`, 'yaml').faults).toEqual([
      { path: '', message: 'must not be larger than 1 MiB' },
    ]);
  });

  it.each([
    ['an empty file', '', 'yaml', { path: '', message: 'is empty' }],
    ['a byte order mark alone', '\uFEFF \n', 'yaml', { path: '', message: 'is empty' }],
    ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2', 'yaml', { path: 'b.c', message: 'is given twice', line: 4 }],
    ['a JSON key twice', '{"a":1,\n"a":2}', 'json', { path: 'a', message: 'is given twice', line: 2 }],
    ['a list as key', '? [a]\n: 1', 'yaml', { path: '', line: 1 }],
    ['a key that changes the object', '{"a":{"__proto__":{}}}', 'json', { path: 'a.__proto__', line: 1 }],
    ['an unknown reference', 'a: 1\nb: *c', 'yaml', { path: 'b', line: 2 }],
    ['a reference to itself', 'a: &a [*a]', 'yaml', { path: 'a[0]', line: 1 }],
    ['a merge of no group', 'a: &a 1\nb: {<<: *a}', 'yaml', { path: 'b.<<', line: 2 }],
    [
      'a tag',
      'a: 1\nb: !!timestamp 2027-01-04',
      'yaml',
      { path: '', message: 'must not use tags (!)', line: 2 },
    ],
    ['a tab as indent', 'a:\n\tb: 1', 'yaml', { path: '', line: 2 }],
    ['a quote that stays open', 'a: 1\nb: "c\n', 'yaml', { path: '', line: 3 }],
    ['a second document', 'a: 1\n---\nb: 2', 'yaml', { path: '', line: 2 }],
    ['a comma too many in JSON', '{\n"a": 1,\n}', 'json', { path: '', line: 3 }],
    ['YAML given as JSON', 'a: 1', 'json', { path: '' }],
  ] as const)('refuses %s', (_name, text, format, fault) => {
    const path = fault.path === 'b.<<' ? 'b["<<"]' : fault.path;
    const { faults } = readDocument(text, format);
    expect(faults[0]).toMatchObject({ ...fault, path });
  });

  it.each([
    ['references that multiply', nested(12, (index) => `[${tenTimes(index)}]`)],
    ['merges that multiply', nested(12, (index) => `{<<: [${tenTimes(index)}]}`)],
    ['a hundred thousand references', `a: &a 1\nb: [${'*a,'.repeat(100_001)}]`],
    ['brackets without end', '['.repeat(20_000)],
    ['lists in lists in JSON', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['lists by indentation', '- '.repeat(20_000)],
    ['depth within what the parser bears', `${'['.repeat(30)}${']'.repeat(30)}`],
  ])('refuses %s in a bounded time', (_name, text) => {
    const started = performance.now();
    const document = readDocument(text, 'auto');
    expect(document.value).toBeUndefined();
    expect(document.faults[0]?.message).toMatch(/too complex|nested too deeply/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('reads many keys in a time that grows with their number, not with its square', () => {
    const text = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
    const started = performance.now();
    expect(Object.keys(readDocument(text, 'yaml').value as object)).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
