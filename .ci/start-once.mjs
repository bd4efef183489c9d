// Starts the built product once in an empty data folder, waits until it is ready and stops it: some faults of ES modules
// compile and pass every test, and appear only here.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

const patienceMs = 60_000;

const port = await freePort();
const dataDir = await mkdtemp(join(process.cwd(), 'var', 'start-once-'));
const product = spawn('node_modules/.bin/node', ['dist/src/main.js'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = new Promise((resolve) => product.on('exit', (code) => resolve(code)));

const began = Date.now();
const ready = await waitUntilReady(`http://127.0.0.1:${port}/health/ready`);
product.kill('SIGTERM');
const code = await ended;
await rm(dataDir, { recursive: true, force: true });
if (!ready || code !== 0) {
  console.error(`The built product ${ready ? `ended with code ${code}` : 'did not become ready'}.`);
  process.exit(1);
}
console.log(
  `The built product was ready after ${Math.round((Date.now() - began) / 1000)} s and stopped cleanly.`,
);

async function waitUntilReady(url) {
  while (Date.now() - began < patienceMs) {
    if (product.exitCode !== null) return false;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
