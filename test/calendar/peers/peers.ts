import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages } from '../../support/debian-packages.js';
import { runProgram } from './run-program.js';

const { missing } = ensureDebianPackages(['python3-icalendar', 'libical-dev', 'gcc', 'libc6-dev']);
if (missing !== undefined) {
  process.stderr.write(
    `NOT RUN: calendar objects were not read with python3-icalendar and libical. ${missing}\n`,
  );
}

/** Runs where the peers are installed, or can be. */
export const describeWithPeers = missing === undefined ? describe : describe.skip;

/** What python3-icalendar makes of a calendar object. */
export const readWithIcalendar = (bytes: string | Buffer): Record<string, unknown> =>
  JSON.parse(
    runProgram('/usr/bin/python3', [join(import.meta.dirname, 'read_with_icalendar.py')], bytes).toString(),
  );

/** A C program beside this file, compiled with libical into a folder of its own. */
export class CompiledPeer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'veldwerk-libical-'));
  private readonly program = join(this.folder, 'program');

  constructor(private readonly source: string) {}

  compile(): void {
    const source = join(import.meta.dirname, this.source);
    runProgram('gcc', ['-Wall', '-Werror', '-o', this.program, source, '-lical']);
  }

  run(input: string | Buffer): string {
    return runProgram(this.program, [], input).toString();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The program that reads with libical. */
export class LibicalReader extends CompiledPeer {
  constructor() {
    super('read_with_libical.c');
  }

  /** One fact a line: whether RFC 5546's restrictions hold, faults, method, UID, sequence, times, attendees. */
  read(bytes: string | Buffer): readonly string[] {
    return this.run(bytes).trim().split('\n');
  }
}
