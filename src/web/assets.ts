import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../templates/partials/page-context.js';
import { weekRules } from '../../templates/partials/week-rules.js';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Beside the templates, in the sources as well as in what was built from them. */
const folder = fileURLToPath(new URL('../../templates/assets/', import.meta.url));

const stylesheet = makeAsset('app', 'css', { type: 'text/css; charset=utf-8', content: readStyles() });
const icon = makeAsset('icon', 'svg', {
  type: 'image/svg+xml',
  content: readFileSync(join(folder, 'icon.svg')),
});

/** Addresses that change with what they hold, so that browsers may keep them for ever. */
export const assets: Assets = { stylesheet: stylesheet.path, icon: icon.path };

export function serveAssets(server: FastifyInstance): void {
  for (const asset of [stylesheet, icon]) {
    server.get(asset.path, (_, reply) =>
      reply
        .headers({ 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' })
        .send(asset.content),
    );
  }
}

/** One stylesheet: the files in the order of their names, and the rules that are too many to write by hand. */
function readStyles(): Buffer {
  const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return Buffer.concat([
    ...files.sort().map((name) => readFileSync(join(folder, name))),
    Buffer.from(weekRules()),
  ]);
}

function makeAsset(name: string, ending: string, { type, content }: Omit<Asset, 'path'>): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${ending}`, type, content };
}
