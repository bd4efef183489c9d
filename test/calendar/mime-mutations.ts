import { byteMutations } from './byte-mutations.js';
import { calendarMutations } from './calendar-mutations.js';
import { mimeStructureMutations } from './mime-structure-mutations.js';
import { oneOf, randomness, type Mutation } from './mutation.js';

/** Every way to damage a message, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...byteMutations,
  ...mimeStructureMutations,
  ...calendarMutations,
};
const all = Object.values(mutations);

/** No mutated message is larger, however its mutations add up. */
export const mostBytes = 1024 * 1024;

/**
 * A message of the corpus, damaged in one to four ways: the same for the same seed and corpus, and never a message of
 * the corpus itself. The corpus stays as it is.
 */
export function mutate(seed: number, corpus: readonly Buffer[]): Buffer {
  const random = randomness(seed);
  let message = oneOf(corpus, random);
  for (let left = 1 + random(4); left > 0; left -= 1)
    message = oneOf(all, random)(message, random, corpus).subarray(0, mostBytes);
  return corpus.some((original) => original.equals(message)) ? withOneFlip(message) : Buffer.from(message);
}

/** For mutations that found nothing to change: one bit of the middle byte, or a byte of nothing. */
function withOneFlip(message: Buffer): Buffer {
  const damaged = message.length > 0 ? Buffer.from(message) : Buffer.alloc(1);
  damaged[damaged.length >> 1]! ^= 1;
  return damaged;
}
