import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { makeDataFolder, removeDataFolder } from '../support/data-folder.js';
import { freePort, Product } from '../support/product.js';
import { median, rounded, type Line } from './measure.js';

const rounds = 3;

interface Starts {
  readonly first: number;
  readonly second: number;
}

/** From nothing to the first answer that says ready, and again on the same folder; against the database server alone. */
export async function startBench(): Promise<Line[]> {
  const [ours, theirs]: [Starts[], Starts[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await inNewFolder(startProduct));
    theirs.push(await inNewFolder(startDatabase));
  }
  return (['first', 'second'] as const).map((which) => {
    const ratios = ours.map((starts, round) => theirs[round]![which] / starts[which]);
    const [mine, alone] = [ours, theirs].map((all) => median(all.map((starts) => starts[which])));
    return {
      path: `Start, ${which} time`,
      against: 'its database server alone',
      ratio: median(ratios),
      range: [Math.min(...ratios), Math.max(...ratios)] as const,
      seen: `ready in ${rounded(mine! / 1_000)} s against ${rounded(alone! / 1_000)} s`,
    };
  });
}

async function inNewFolder(start: (folder: string) => Promise<number>): Promise<Starts> {
  const folder = await makeDataFolder();
  try {
    const data = join(folder, 'data');
    return { first: await start(data), second: await start(data) };
  } finally {
    await removeDataFolder(join(folder, 'data'));
    await removeDataFolder(folder);
  }
}

async function startProduct(folder: string): Promise<number> {
  const port = String(await freePort());
  const start = performance.now();
  const product = new Product({ PORT: port, DATA_DIR: folder });
  await product.untilReady(`http://127.0.0.1:${port}/health/ready`);
  const took = performance.now() - start;
  await product.kill('SIGTERM');
  return took;
}

async function startDatabase(folder: string): Promise<number> {
  const start = performance.now();
  const server = await startEmbeddedPostgres(folder);
  const took = performance.now() - start;
  await server.stop();
  return took;
}
