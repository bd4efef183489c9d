import { foldLines, unfoldLines } from './fold-lines.js';

const physical = (line: string) => foldLines([line]).toString('utf8').split('\r\n').slice(0, -1);

describe('foldLines', () => {
  it('leaves a line of 75 octets whole and breaks one of 76', () => {
    expect(physical('x'.repeat(75))).toEqual(['x'.repeat(75)]);
    expect(physical('x'.repeat(76))).toEqual(['x'.repeat(75), ' x']);
  });

  it('counts the space of a continuation line', () => {
    expect(physical('x'.repeat(75 + 74 + 1)).map((line) => line.length)).toEqual([75, 75, 2]);
  });

  it.each([
    ['two', 'é', 37],
    ['three', '€', 25],
    ['four', '🙂', 18],
  ])('keeps a character of %s octets in one piece', (_octets, character, fit) => {
    expect(physical(character.repeat(fit + 1))).toEqual([character.repeat(fit), ` ${character}`]);
  });

  it('ends every line, the last one too', () => {
    expect(foldLines(['A:1', 'B:2']).toString()).toBe('A:1\r\nB:2\r\n');
  });
});

describe('unfoldLines', () => {
  it('gives back what was folded', () => {
    const lines = [`A:${'é 🙂'.repeat(60)}`, `B:${' '.repeat(200)}`];
    expect(unfoldLines(foldLines(lines).toString('utf8'))).toEqual(lines);
  });
});
