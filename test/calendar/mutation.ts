/** A whole number from 0 up to and not including the limit. */
export type Random = (limit: number) => number;

/** Damages a raw message; may leave it as it is when it has nothing of the kind. */
export type Mutation = (message: Buffer, random: Random, corpus: readonly Buffer[]) => Buffer;

/** mulberry32: the same numbers for the same seed, on every machine. */
export function randomness(seed: number): Random {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

export const oneOf = <Item>(items: readonly Item[], random: Random): Item => items[random(items.length)]!;

/** Mostly small, at times large: up to ten to the power `most`. */
export const someSize = (most: number, random: Random): number => 1 + random(10 ** (1 + random(most)));

/** A mutation of the lines, which stay bytes: each character is one. */
export const ofLines =
  (change: (lines: string[], random: Random) => readonly string[]): Mutation =>
  (message, random) =>
    Buffer.from(change(message.toString('latin1').split('\r\n'), random).join('\r\n'), 'latin1');

/** A mutation of the text, which stays bytes: each character is one. */
export const ofText =
  (change: (text: string, random: Random) => string): Mutation =>
  (message, random) =>
    Buffer.from(change(message.toString('latin1'), random), 'latin1');

/** Replaces one of the matches, and says nothing when there is none. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  replace: (found: string) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = oneOf(matches, random);
  return text.slice(0, index) + replace(found) + text.slice(index + found.length);
}
