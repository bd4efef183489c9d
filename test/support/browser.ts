import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

interface Executable {
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
}

const installed = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** A Chromium of the machine, or else the one from npm, which needs no system package at all. */
export async function launchBrowser(): Promise<Browser> {
  const found = installed.find((path) => path !== '' && existsSync(path));
  const { path, env = {} } = found ? { path: found } : await unpackBrowser();
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
    env: { ...process.env, ...env },
  });
}

/** Unpacked into TMPDIR by global-setup.mjs already; here it is only found. */
async function unpackBrowser(): Promise<Executable> {
  // Read when the package is imported: with it the shared libraries and fonts are unpacked as well.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  return { path, env: { FONTCONFIG_FILE: await nameFonts(join(tmpdir(), 'fonts')) } };
}

/** The package's own configuration names /tmp/fonts, whatever TMPDIR is; a machine without fonts then shows no text. */
async function nameFonts(folder: string): Promise<string> {
  const file = join(folder, 'veldwerk.conf');
  const folders = [folder, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  );
  return file;
}
