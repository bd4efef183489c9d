import { spawnSync } from 'node:child_process';

/** Why a test that needs packages of the machine cannot run; undefined when it can. */
export interface PackagesOutcome {
  readonly missing?: string;
}

function isInstalled(name: string): boolean {
  const query = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return query.stdout === 'install ok installed';
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
  return spawnSync('apt-get', [...options, ...args], { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
}

/**
 * Makes sure that Debian packages are there before a test file defines its tests. Installs what is missing
 * when it may (root on Debian) and says so; otherwise tells which packages are missing. With `CI` set,
 * missing packages are an error, so that nothing is left out there unseen.
 */
export function ensureDebianPackages(names: readonly string[]): PackagesOutcome {
  const absent = names.filter((name) => !isInstalled(name));
  if (absent.length === 0) return {};
  const list = absent.join(' ');
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    process.stderr.write(`Installing Debian packages for the tests: ${list}\n`);
    const install = ['install', '-y', '--no-install-recommends', ...absent];
    if (apt(...install) || (apt('update') && apt(...install))) return {};
  }
  const missing = `Debian packages are missing: ${list} (apt-get install --no-install-recommends ${list})`;
  if (process.env['CI']) throw new Error(missing);
  return { missing };
}
