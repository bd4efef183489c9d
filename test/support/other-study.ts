import { askAs } from './reader.js';
import type { RunningProduct } from './running-product.js';
import { readExample } from './study-app.js';

/** A study of the same shape in which nothing happened yet, under the code ANDER. `changes` replace words of its file. */
export async function makeOtherStudy(
  product: RunningProduct,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const file = String(await readExample('study.yaml'));
  const all = Object.entries({ 'code: STP': 'code: ANDER', ZWO: 'XWO', ...changes });
  const body = all.reduce((text, [from, to]) => text.replaceAll(from, to), file);
  const { statusCode } = await askAs(product, 'owner', { method: 'POST', url: '/api/v1/studies', body });
  if (statusCode !== 201) throw new Error(`Another study was answered ${statusCode}`);
}
