import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../../start/start-fault.js';
import { readPostmaster } from './postmaster-file.js';
import { asUser, runsAsRoot, type ServerUser } from './server-user.js';

export interface ServerOptions {
  readonly program: string;
  readonly folder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** Lets the transactions under way roll back, writes a checkpoint and ends. */
  stop(): Promise<void>;
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<void>;
}

/**
 * Runs the server and, beside it, a reader of a pipe that only this program holds: at the pipe's end, so also after a
 * kill -9 of this program, the reader asks the server to stop.
 */
const guardian = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( read -r line <&3; kill -INT "$server" ) &
reader=$!
exec 3<&-
wait "$server"
status=$?
kill "$reader" 2>/dev/null
exit $status
`;

export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const log = openLog(options);
  const settings = { ...options.settings, unix_socket_directories: `"${options.socketFolder}"` };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A process group of its own: Ctrl-C in the terminal reaches this program, which then stops the server in order.
  const child = spawn('/bin/sh', ['-c', guardian, 'sh', options.program, '-D', options.folder, ...flags], {
    ...asUser(options.user),
    cwd: '/',
    detached: true,
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['pipe', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  const ended = once(child, 'exit').then(() => undefined);
  await untilReady(child, options, log.offset);
  letProcessEnd(child);
  return { ended, stop: () => stop(child, ended) };
}

/** The server alone does not keep this program running. */
function letProcessEnd(child: ChildProcess): void {
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
}

async function untilReady(
  child: ChildProcess,
  { folder, logFile }: ServerOptions,
  offset: number,
): Promise<void> {
  // Replaying the log after a crash takes its time, so the wait ends with the server and not with a clock.
  while (child.exitCode === null && child.signalCode === null) {
    if ((await readPostmaster(folder))?.ready) return;
    await pause(10);
  }
  const lines = readFileSync(logFile, 'utf8').slice(offset).trim().split('\n');
  const reason = lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '';
  throw new StartFault(`The embedded PostgreSQL did not start: ${reason} (see ${logFile})`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref();
  child.stdin?.end();
  const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGQUIT'), 30_000);
  if (child.exitCode === null && child.signalCode === null) await ended;
  clearTimeout(late);
}

const largestLog = 1_000_000;

/** Opened by this program, so that the server's account needs no access to the folder. One older log is kept. */
function openLog({ logFile, user }: ServerOptions): { readonly descriptor: number; readonly offset: number } {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(logFile, `${logFile}.1`);
  const descriptor = openSync(logFile, 'a', 0o600);
  if (runsAsRoot()) fchownSync(descriptor, user.uid, user.gid);
  return { descriptor, offset: size > largestLog ? 0 : size };
}
