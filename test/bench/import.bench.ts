import { randomBytes } from 'node:crypto';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { compare, rateOf, type Line } from './measure.js';
import { ProductOnServer } from './product-on-server.js';

const count = 20_000;

/** A long list read, checked, sealed, written and recorded: three rows in the database for each in the list. */
export async function importBench(server: EmbeddedPostgres): Promise<Line[]> {
  const product = await ProductOnServer.start(server);
  await product.orm.em
    .fork()
    .execute(
      'create table plain_row (id uuid primary key, kind text not null, sealed bytea not null, at timestamptz)',
    );
  let batch = 0;
  const line = await compare({
    path: `Import of ${count} respondents`,
    against: 'as many triples of plain rows inserted',
    rounds: 1,
    ours: () => rateOf(count, () => importList(product, (batch += 1))),
    theirs: () => rateOf(count, () => insertPlain(product)),
  });
  await product.stop();
  return [line];
}

/** Nobody in it is known yet, but from the second time on there are 20,000 others to compare it with. */
async function importList(product: ProductOnServer, batch: number): Promise<void> {
  await product.recruit(count, String(batch));
}

async function insertPlain({ orm }: ProductOnServer): Promise<void> {
  const sealed = randomBytes(180);
  await orm.em.fork().transactional(async (em) => {
    for (let from = 0; from < 3 * count; from += 1_000) {
      const rows = Array.from({ length: 1_000 }, () => [newId(), 'row', sealed, new Date()]);
      await em.execute(
        `insert into plain_row values ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`,
        rows.flat(),
      );
    }
  });
}
