import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compare, median, rounded, type Line } from './measure.js';

interface Reading {
  readonly seconds: number;
  readonly memory: number;
  readonly longestMs: number;
  readonly digest: string;
}

const MiB = 1024 ** 2;

/** A calendar of 10,000 entries, a fifth of which recur: time and memory of a process that reads it once. */
export async function busyBench(): Promise<Line[]> {
  const ours: Reading[] = [];
  const theirs: Reading[] = [];
  const time = await compare({
    path: 'Busy times, calendar of 10,000 entries',
    against: 'ical.js alone',
    ours: () => rateOf(read('ours'), ours),
    theirs: () => rateOf(read('theirs'), theirs),
    // Theirs takes a minute.
    rounds: 2,
    seen: (a, b) => `${rounded(1 / a)} s against ${rounded(1 / b)} s, ${rounded(longestOf(ours))} ms at once`,
  });
  assert.equal(new Set([...ours, ...theirs].map(({ digest }) => digest)).size, 1);
  return [time, memoryLine(ours, theirs)];
}

function rateOf(reading: Reading, all: Reading[]): number {
  all.push(reading);
  return 1 / reading.seconds;
}

const longestOf = (all: readonly Reading[]): number => median(all.map(({ longestMs }) => longestMs));

function memoryLine(ours: readonly Reading[], theirs: readonly Reading[]): Line {
  const ratios = ours.map(({ memory }, round) => theirs[round]!.memory / memory);
  const [a, b] = [ours, theirs].map((all) => median(all.map(({ memory }) => memory)) / MiB) as [
    number,
    number,
  ];
  return {
    path: 'Busy times, memory for it',
    against: 'ical.js alone',
    ratio: median(ratios),
    range: [Math.min(...ratios), Math.max(...ratios)],
    seen: `${rounded(a)} MiB against ${rounded(b)} MiB`,
  };
}

function read(who: 'ours' | 'theirs'): Reading {
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(import.meta.dirname, 'run-built.mjs'),
  ];
  const script = join(import.meta.dirname, 'busy-process.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, who], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Reading;
}
