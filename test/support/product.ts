import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'dist', 'src', 'main.js');

/** The built program, run as its users run it: a process of its own with nothing but the given environment. */
export class Product {
  readonly #child: ChildProcess;
  readonly exited: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(env: Readonly<Record<string, string>>) {
    if (!existsSync(entry)) throw new Error('There is no dist/: run npm run build first');
    this.#child = spawn(process.execPath, [entry], { env: { PATH: '/usr/bin:/bin', ...env }, cwd: root });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = once(this.#child, 'close').then(([code]) => code as number | null);
  }

  /** Its complaint, line by line. */
  get faults(): readonly string[] {
    return this.stderr.split('\n').filter((line) => line !== '');
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.exited;
  }

  /** Waits until an address answers 200; fails when the program ends first. */
  async untilReady(url: string): Promise<void> {
    while (this.#child.exitCode === null && this.#child.signalCode === null) {
      const answer = await fetch(url).catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(50);
    }
    throw new Error(`It ended before it was ready:\n${this.stderr}`);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
