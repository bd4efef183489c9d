import type { MikroORM } from '@mikro-orm/postgresql';

/** Any number that nothing else in this database locks. */
const migrationLock = 7_236_495_013;

/**
 * Brings the database up to date, all or nothing. Processes that start together take turns, and the later ones find
 * nothing left to do.
 */
export async function migrate(orm: MikroORM): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('set local statement_timeout = 0');
    await em.execute('set local idle_in_transaction_session_timeout = 0');
    await em.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
    await orm.migrator.up({ transaction: em.getTransactionContext() });
  });
}
