import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import './run-typescript.mjs';

const root = join(import.meta.dirname, '..', '..');

/**
 * Starts a PostgreSQL for this run, with a template database that holds the migrated schema. Test files clone it; see
 * database.ts. The cluster stays in var/test for the next run.
 */
export default async function setUp() {
  keepTemporaryFilesApart();
  await unpackBrowser();
  const { startTestCluster } = await import('./test-cluster.ts');
  const cluster = await startTestCluster(join(root, 'var', 'test'));
  process.env.TEST_SERVER_URL = cluster.url();
  process.env.TEST_TEMPLATE = cluster.template;
  globalThis.testCluster = cluster;
}

/** The packaged browser unpacks itself into TMPDIR, where another account's copy would be in its way. */
function keepTemporaryFilesApart() {
  const folder = join(root, 'var', `chromium-${process.getuid()}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
}

/** Once, before the workers start: two that unpack at the same time would run a file that the other still writes. */
async function unpackBrowser() {
  const environment = { ...process.env };
  // Read when the package is imported: with it the shared libraries and fonts are unpacked as well.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  await packaged.executablePath();
  // The package's library path is the browser's alone; PostgreSQL and compilers are started from here too.
  process.env = environment;
}
