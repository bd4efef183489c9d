/** One line of the table: how many times as fast as what it is held against. */
export interface Line {
  readonly path: string;
  readonly against: string;
  /** Above 1 the product is the faster one. */
  readonly ratio: number;
  /** The smallest and the largest ratio of one round: how far to trust the figure. */
  readonly range: readonly [number, number];
  /** What else was seen, in this run only. */
  readonly seen: string;
}

/** Does some work and answers how many times a second it did it. */
export type Contestant = () => Promise<number> | number;

export interface Contest {
  readonly path: string;
  readonly against: string;
  readonly ours: Contestant;
  readonly theirs: Contestant;
  readonly rounds?: number;
  /** Said of the medians, `1,234/s against 5,678/s` if left out. */
  readonly seen?: (ours: number, theirs: number) => string;
}

/** Both in turn, so that a busy moment of the machine hits both; the first round warms up and does not count. */
export async function compare({
  path,
  against,
  ours,
  theirs,
  rounds = 5,
  seen = perSecond,
}: Contest): Promise<Line> {
  const all: { ours: number; theirs: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0;
    const first = order ? await ours() : await theirs();
    const second = order ? await theirs() : await ours();
    if (round > 0) all.push(order ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  const ratios = all.map((round) => round.ours / round.theirs);
  return {
    path,
    against,
    ratio: median(ratios),
    range: [Math.min(...ratios), Math.max(...ratios)],
    seen: seen(median(all.map((round) => round.ours)), median(all.map((round) => round.theirs))),
  };
}

/** Repeats the work for about so long; answers how many times a second. */
export function rateFor(milliseconds: number, work: () => unknown): number {
  const start = performance.now();
  let times = 0;
  while (performance.now() - start < milliseconds) {
    work();
    times += 1;
  }
  return (times / (performance.now() - start)) * 1_000;
}

/** How many of `count` things a second, when all of them are done by the end of the work. */
export async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1_000;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const perSecond = (ours: number, theirs: number): string => `${rounded(ours)}/s against ${rounded(theirs)}/s`;

/** Three digits are more than any of these figures deserves. */
export function rounded(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
