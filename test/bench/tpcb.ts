import type { MikroORM } from '@mikro-orm/postgresql';

const scale = 8;
const accounts = scale * 10_000;
const tellers = scale * 10;

const between = (most: number): number => 1 + Math.floor(Math.random() * most);

/** The tables of pgbench, a tenth of their size. */
export async function makeTpcb(orm: MikroORM): Promise<void> {
  await orm.em.fork().execute(`
    create table pgbench_branches (bid int primary key, bbalance int not null, filler char(88));
    create table pgbench_tellers (tid int primary key, bid int not null, tbalance int not null, filler char(84));
    create table pgbench_accounts (aid int primary key, bid int not null, abalance int not null, filler char(84));
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamptz, filler char(22));
    insert into pgbench_branches select n, 0, '' from generate_series(1, ${scale}) n;
    insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, ${tellers}) n;
    insert into pgbench_accounts select n, (n - 1) / 10000 + 1, 0, '' from generate_series(1, ${accounts}) n;
    analyze pgbench_accounts`);
}

/** The transaction that pgbench calls "TPC-B (sort of)": five statements between begin and commit. */
export function tpcb(orm: MikroORM): Promise<void> {
  const [aid, tid, bid, delta] = [
    between(accounts),
    between(tellers),
    between(scale),
    between(10_000) - 5_000,
  ];
  return orm.em.fork().transactional(async (em) => {
    await em.execute('update pgbench_accounts set abalance = abalance + ? where aid = ?', [delta, aid]);
    await em.execute('select abalance from pgbench_accounts where aid = ?', [aid]);
    await em.execute('update pgbench_tellers set tbalance = tbalance + ? where tid = ?', [delta, tid]);
    await em.execute('update pgbench_branches set bbalance = bbalance + ? where bid = ?', [delta, bid]);
    await em.execute(
      'insert into pgbench_history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)',
      [tid, bid, aid, delta],
    );
  });
}
