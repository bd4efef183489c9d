import { AsyncLocalStorage } from 'node:async_hooks';
import type { MikroORM } from '@mikro-orm/postgresql';

export interface StatementTimes {
  statements: number;
  /** From when a statement was sent until its rows were there. */
  milliseconds: number;
}

const current = new AsyncLocalStorage<StatementTimes>();

/** From now on the ORM tells about every statement, to whoever is inside `timed`. */
export function watchStatements(orm: MikroORM): void {
  const logger = orm.config.getLogger();
  logger.isEnabled = (namespace) => namespace === 'query';
  logger.logQuery = ({ took = 0 }) => {
    const times = current.getStore();
    if (!times) return;
    times.statements += 1;
    times.milliseconds += took;
  };
}

/** What of this work was spent on the database. */
export async function timed(work: () => Promise<unknown>): Promise<StatementTimes> {
  const times: StatementTimes = { statements: 0, milliseconds: 0 };
  await current.run(times, work);
  return times;
}
