import { oneOf, ofLines, ofText, someSize, type Mutation } from './mutation.js';

const flipBits: Mutation = (message, random) => {
  const damaged = Buffer.from(message);
  for (let left = someSize(2, random); left > 0 && damaged.length > 0; left -= 1)
    damaged[random(damaged.length)]! ^= 1 << random(8);
  return damaged;
};

const truncate: Mutation = (message, random) => message.subarray(0, random(message.length + 1));

const dropRange: Mutation = (message, random) => {
  const from = random(message.length + 1);
  return Buffer.concat([message.subarray(0, from), message.subarray(from + someSize(3, random))]);
};

const repeatRange: Mutation = (message, random) => {
  const from = random(message.length + 1);
  const range = message.subarray(from, from + someSize(3, random));
  const repeats = Array.from({ length: 1 + random(20) }, () => range);
  return Buffer.concat([message.subarray(0, from), ...repeats, message.subarray(from)]);
};

/** The head of one message and the tail of another. */
const spliceAnother: Mutation = (message, random, corpus) => {
  const other = oneOf(corpus, random);
  return Buffer.concat([
    message.subarray(0, random(message.length + 1)),
    other.subarray(random(other.length + 1)),
  ]);
};

/** NUL, a byte order mark, overlong and torn UTF-8, a lone surrogate, controls, a change of writing direction. */
const strangers = [
  '00',
  'efbbbf',
  'feff',
  'ff',
  'c0af',
  'eda080',
  'f09f99',
  '1b',
  '7f',
  '0c',
  'e280ae',
  'e2808b',
];

const insertStrangers: Mutation = (message, random) => {
  let damaged = message;
  for (let left = someSize(1, random); left > 0; left -= 1) {
    const at = random(damaged.length + 1);
    const stranger = Buffer.from(oneOf(strangers, random), 'hex');
    damaged = Buffer.concat([damaged.subarray(0, at), stranger, damaged.subarray(at)]);
  }
  return damaged;
};

const duplicateLine = ofLines((lines, random) => {
  const at = random(lines.length);
  return lines.toSpliced(at, 0, ...Array.from({ length: 1 + random(3) }, () => lines[at]!));
});

const removeLines = ofLines((lines, random) => lines.toSpliced(random(lines.length), someSize(1, random)));

const swapLines = ofLines((lines, random) => {
  const [one, other] = [random(lines.length), random(lines.length)];
  return lines.with(one, lines[other]!).with(other, lines[one]!);
});

/** Other line ends everywhere, or in one place of three. */
const breakLineEnds = ofText((text, random) => {
  const end = oneOf(['\n', '\r', '\r\r\n', '\n\r', '\r\n\r\n', '\r\n ', '\u0085'], random);
  const everywhere = random(2) === 0;
  return text.replaceAll('\r\n', (found) => (everywhere || random(3) === 0 ? end : found));
});

const hugeLine = ofLines((lines, random) => {
  const at = random(lines.length);
  const filling = oneOf(['A', '=', ';X=', ',', ' ', '"', '\\', '=3D', '\u00e9', '('], random);
  return lines.with(at, lines[at]! + filling.repeat(someSize(4, random)));
});

export const byteMutations: Readonly<Record<string, Mutation>> = {
  flipBits,
  truncate,
  dropRange,
  repeatRange,
  spliceAnother,
  insertStrangers,
  duplicateLine,
  removeLines,
  swapLines,
  breakLineEnds,
  hugeLine,
};
