import { holdsNul } from './holds-nul.js';

describe('a body', () => {
  it.each([
    ['a\0b'],
    [{ name: 'a\0' }],
    [{ 'na\0me': 1 }],
    [{ people: [{ name: 'An' }, { name: '\0' }] }],
    [['a', ['b', ['\0']]]],
  ])('with a NUL is found out: %j', (body) => expect(holdsNul(body)).toBe(true));

  it.each([[undefined], [null], [0], ['\\0'], [{ a: ['%00', 1, null, true] }], [Buffer.from('a\0b')]])(
    'without one is not: %j',
    (body) => expect(holdsNul(body)).toBe(false),
  );

  it('may be nested deeper than a call stack', () => {
    const deep = JSON.parse('[{"a":'.repeat(100_000) + '"\\u0000"' + '}]'.repeat(100_000)) as unknown;
    expect(holdsNul(deep)).toBe(true);
  });
});
