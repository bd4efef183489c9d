import { spawnSync } from 'node:child_process';

/** Runs a peer's program to its end; answers what it printed, or an error that quotes its complaint. */
export function runProgram(command: string, args: readonly string[], input: string | Buffer = ''): Buffer {
  // Another zone than anybody's here, and none of the caller's Python settings: Debian's own module is meant.
  const env = { PATH: process.env['PATH'], TZ: 'Asia/Tokyo', LANG: 'C.UTF-8' };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    env,
    maxBuffer: 256 * 1024 ** 2,
  });
  if (status !== 0)
    throw new Error(`${command} ended with ${status ?? error?.message}: ${stderr?.toString('utf8')}`);
  return stdout;
}
