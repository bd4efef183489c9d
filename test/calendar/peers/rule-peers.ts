import { join } from 'node:path';
import { CompiledPeer } from './peers.js';
import { runProgram } from './run-program.js';

/** A rule and the bounds, both included, between which its occurrences are wanted; wall times as `20270104T090000`. */
export interface RuleQuestion {
  readonly start: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

type Found = readonly (readonly string[])[];

const toLines = (questions: readonly RuleQuestion[]): string =>
  questions.map(({ start, rule, from, to }) => `${start} ${rule} ${from} ${to}\n`).join('');
const fromLines = (output: string): Found =>
  output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ').filter((word) => word !== ''));

/** The occurrences that python3-dateutil finds. */
export const expandWithDateutil = (questions: readonly RuleQuestion[]): Found =>
  fromLines(
    runProgram(
      '/usr/bin/python3',
      [join(import.meta.dirname, 'expand_with_dateutil.py')],
      toLines(questions),
    ).toString(),
  );

/** The program that expands rules with libical. */
export class LibicalExpander extends CompiledPeer {
  constructor() {
    super('expand_with_libical.c');
  }

  expand(questions: readonly RuleQuestion[]): Found {
    return fromLines(this.run(toLines(questions)));
  }
}
