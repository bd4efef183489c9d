import { StartFault } from './start-fault.js';

/** Says on stderr why the program does not start: a known fault in its own lines, anything else with its stack. */
export function reportFailure(error: unknown): void {
  const lines = error instanceof StartFault ? error.lines : [unexpected(error)];
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

const unexpected = (error: unknown): string =>
  `Veldwerk could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
