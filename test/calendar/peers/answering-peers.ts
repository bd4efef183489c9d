import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages } from '../../support/debian-packages.js';
import type { AnswerKind } from './answer-mail.js';
import { runProgram } from './run-program.js';

const { missing } = ensureDebianPackages([
  'libkf5calendarcore-dev',
  'g++',
  'pkgconf',
  'php-cli',
  'php-mbstring',
  'php-horde-itip',
]);
if (missing !== undefined) {
  process.stderr.write(`NOT RUN: no invitation was answered by KCalendarCore and Horde. ${missing}\n`);
}

/** Runs where the answering peers are installed, or can be. */
export const describeWithAnsweringPeers = missing === undefined ? describe : describe.skip;

/** Who answers, and for a COUNTER what is proposed; both peers stamp with the machine's clock, in seconds. */
export interface Answering {
  readonly address: string;
  readonly name: string;
  readonly start?: Date;
  readonly end?: Date;
}

/** A calendar that is not ours and answers a REQUEST by its own code. */
export interface AnsweringPeer {
  readonly answer: (request: Buffer, kind: AnswerKind, by: Answering) => Buffer;
}

const proposed = ({ start, end }: Answering): string[] =>
  [start, end].flatMap((at) => at?.toISOString() ?? []);

/** KDE's KCalendarCore, driven as Kontact drives it; kept compiled beside the run's temporary files. */
export class KCalendarCorePeer implements AnsweringPeer {
  private readonly source = join(import.meta.dirname, 'answer_with_kcalendarcore.cpp');
  private readonly program = join(tmpdir(), `answer-with-kcalendarcore-${this.digest()}`);

  compile(): void {
    if (existsSync(this.program)) return;
    const flags = runProgram('pkgconf', ['--cflags', '--libs', 'KF5CalendarCore']).toString().trim();
    // Under a name of its own until it is complete: another worker may be compiling too.
    const draft = `${this.program}.${process.pid}`;
    const options = ['-std=c++17', '-fPIC', '-Wall', '-Wextra', '-Werror', '-o', draft];
    runProgram('g++', [...options, this.source, ...flags.split(/\s+/)]);
    renameSync(draft, this.program);
  }

  answer(request: Buffer, kind: AnswerKind, by: Answering): Buffer {
    return runProgram(this.program, [kind, by.address, ...proposed(by)], request);
  }

  private digest(): string {
    return createHash('sha256').update(readFileSync(this.source)).digest('hex').slice(0, 16);
  }
}

/** Horde_Itip, which Horde's webmail answers with. */
export class HordePeer implements AnsweringPeer {
  private readonly script = join(import.meta.dirname, 'answer_with_horde.php');

  answer(request: Buffer, kind: AnswerKind, by: Answering): Buffer {
    return runProgram('php', [this.script, kind, by.address, by.name, ...proposed(by)], request);
  }

  /** The whole mail as Horde sends it; only for the three answers that it knows. */
  message(request: Buffer, kind: AnswerKind, by: Answering): Buffer {
    return runProgram('php', [this.script, '--message', kind, by.address, by.name], request);
  }
}
