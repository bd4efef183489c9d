/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Offers } from '../../src/appointments/offers.service.js';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import type { LoadOrder, LoadResult } from './load.js';
import { compare, rounded, type Line } from './measure.js';
import { ProductOnServer } from './product-on-server.js';

const clients = 8;
const milliseconds = 400;

interface Ask {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers over HTTP, from a thread that does nothing but ask; first with 60 respondents, then with 20,000. */
export async function pagesBench(server: EmbeddedPostgres): Promise<Line[]> {
  const product = await ProductOnServer.start(server);
  const [first] = await product.recruit(60, 'few');
  const load = new Load();
  const peers = await startPeers(product.orm, first!);
  await product.app.listen(0, '127.0.0.1');
  const { port } = product.app.getHttpServer().address() as AddressInfo;
  const asks = await asksOf(product, first!);
  const measure = (all: readonly Ask[], size: string) => measureAll(all, { load, peers, port, size });
  const lines = await measure(asks, '60');
  await product.recruit(19_940, 'many');
  await product.orm.em.fork().execute('analyze');
  lines.push(
    ...(await measure(
      asks.filter(({ name }) => /list|verview/.test(name)),
      '20,000',
    )),
  );
  await load.end();
  for (const peer of [peers.bare, peers.query]) peer.close();
  await product.stop();
  return lines;
}

async function measureAll(
  asks: readonly Ask[],
  { load, peers, port, size }: { load: Load; peers: Peers; port: number; size: string },
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, ...ask } of asks) {
    const isBare = name === 'GET /health/live';
    const peer = (isBare ? peers.bare : peers.query).address() as AddressInfo;
    const seen: LoadResult[] = [];
    const line = await compare({
      path: isBare ? name : `${name}, ${size} respondents`,
      against: isBare ? 'bare node:http' : 'node:http with one indexed query',
      rounds: 3,
      ours: async () => {
        seen.push(await load.ask({ ...ask, port, clients, milliseconds }));
        return seen.at(-1)!.perSecond;
      },
      theirs: async () =>
        (await load.ask({ path: '/', headers: {}, port: peer.port, clients, milliseconds })).perSecond,
      seen: (ours, theirs) =>
        `${rounded(ours)}/s against ${rounded(theirs)}/s; ${rounded(1_000 / ours)} ms each, p99 of ${clients} at once ${rounded(seen.at(-1)!.p99)} ms`,
    });
    lines.push(line);
  }
  return lines;
}

async function asksOf(product: ProductOnServer, respondentId: string): Promise<Ask[]> {
  const api = { authorization: `Bearer ${await product.openSession('api')}` };
  const page = {
    cookie: `veldwerk_session=${await product.openSession('web')}; lang=nl`,
    accept: 'text/html',
  };
  const request = { respondentId, count: 5, actorId: product.scope.actorId };
  const { url } = await product.within(() => product.get(Offers).make(request));
  return [
    { name: 'GET /health/live', path: '/health/live', headers: {} },
    { name: 'API, sample', path: '/api/v1/studies/STP/sample', headers: api },
    { name: 'API, list of 50', path: '/api/v1/studies/STP/respondents?limit=50', headers: api },
    { name: 'Page, list of respondents', path: '/studies/STP/respondents', headers: page },
    { name: 'Page, overview', path: '/studies/STP', headers: page },
    { name: "Page, a respondent's own", path: new URL(url).pathname, headers: { accept: 'text/html' } },
  ];
}

interface Peers {
  readonly bare: Server;
  readonly query: Server;
}

async function startPeers(orm: MikroORM, id: string): Promise<Peers> {
  const connection = orm.em.getConnection();
  const select = 'select id, pseudonym, status, language, source, created_at from respondent where id = ?';
  return {
    bare: await listening((_, response) => response.end('{"status":"ok"}')),
    query: await listening((_, response) => {
      void connection.execute(select, [id]).then((rows) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows));
      });
    }),
  };
}

async function listening(handler: RequestListener): Promise<Server> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The thread that asks. */
class Load {
  readonly #worker = new Worker(new URL('./load.ts', import.meta.url));

  async ask(order: LoadOrder): Promise<LoadResult> {
    this.#worker.postMessage(order);
    const [answer] = (await once(this.#worker, 'message')) as [LoadResult | { readonly error: string }];
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
