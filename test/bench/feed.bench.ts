import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MikroORM } from '@mikro-orm/postgresql';
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { StudyFeeds } from '../../src/appointments/study-feeds.service.js';
import { AMSTERDAM_VTIMEZONE } from '../../src/calendar/itip/amsterdam-zone.js';
import { FeedReader } from '../../src/calendar/feeds/feed-reader.service.js';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { givenFeedEntries, givenPublished } from '../support/given-feed-entries.js';
import { compare, rateOf, rounded, type Line } from './measure.js';
import { ProductOnServer } from './product-on-server.js';

const entries = 10_000;
const questions = 200;
const agent = new Agent({ keepAlive: true });

/** A feed of many entries, made of what was kept; and over HTTP the answer that nothing changed. */
export async function feedBench(server: EmbeddedPostgres): Promise<Line[]> {
  const product = await ProductOnServer.start(server);
  const { studyId, actorId: interviewerId } = product.scope;
  await givenFeedEntries(product.orm, { studyId, interviewerId, count: entries });
  await product.orm.em.fork().execute('analyze');
  const { url } = await product.within(() => product.get(StudyFeeds).open(product.scope, 'account'));
  await product.app.listen(0, '127.0.0.1');
  const { port } = product.app.getHttpServer().address() as AddressInfo;
  const { pathname } = new URL(url!);
  const lines = [
    await makeAll(product, pathname),
    await askAgain(`http://127.0.0.1:${port}${pathname}`, product.orm),
  ];
  agent.destroy();
  await product.stop();
  return lines;
}

/** From the address to the last byte, ready to be sent; the peer has its entries in memory and sends nothing either. */
function makeAll(product: ProductOnServer, pathname: string): Promise<Line> {
  const token = pathname.slice('/calendars/'.length, -'.ics'.length);
  const all = Array.from({ length: entries }, (_, n) => givenPublished(n, `entry-${n}`));
  const made = async () => {
    const feed = await product.get(FeedReader).find(token);
    if (typeof feed === 'string') throw new Error(`The feed is ${feed}`);
    for await (const _ of feed.stream());
  };
  return compare({
    path: `Feed, ${rounded(entries)} entries`,
    against: 'ical-generator with luxon, rendering all',
    ours: () => rateOf(1, () => product.within(made)),
    theirs: () => rateOf(1, async () => renderAll(all)),
    seen: (ours, theirs) => `${rounded(1_000 / ours)} ms against ${rounded(1_000 / theirs)} ms`,
  });
}

async function askAgain(feed: string, orm: MikroORM): Promise<Line> {
  const { headers } = await read(feed, 200);
  const known = { 'if-none-match': headers.etag! };
  const peer = await startPeer(orm);
  const { port } = peer.address() as AddressInfo;
  const line = await compare({
    path: `Feed, not modified, ${rounded(entries)} entries`,
    against: 'node:http with one indexed query',
    ours: () => rateOf(questions, () => often(() => read(feed, 304, known))),
    theirs: () => rateOf(questions, () => often(() => read(`http://127.0.0.1:${port}/`, 200))),
    seen: (ours, theirs) => `${rounded(1_000 / ours)} ms each against ${rounded(1_000 / theirs)} ms`,
  });
  peer.close();
  return line;
}

async function often(work: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < questions; n += 1) await work();
}

/** Everything of an answer, thrown away as it comes in. */
async function read(
  url: string,
  status: number,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const request = get(url, { agent, headers });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  if (answer.statusCode !== status) throw new Error(`The feed was answered ${answer.statusCode}`);
  answer.resume();
  await once(answer, 'end');
  return answer;
}

/** The same entries in one calendar, the way the generator's own guide writes it: local times by luxon, the zone described. */
function renderAll(all: readonly ReturnType<typeof givenPublished>[]): string {
  const zone = 'Europe/Amsterdam';
  const timezone = { name: zone, generator: () => AMSTERDAM_VTIMEZONE };
  const calendar = ical({ name: 'Interviews', method: ICalCalendarMethod.PUBLISH, timezone });
  for (const { uid, sequence, start, end, stampedAt, organizer, zone: _, ...words } of all) {
    const [from, to, stamp] = [start, end, stampedAt].map((time) => DateTime.fromJSDate(time, { zone }));
    calendar.createEvent({
      ...words,
      id: uid,
      sequence,
      start: from!,
      end: to!,
      timezone: zone,
      stamp: stamp!,
      lastModified: stamp!,
      organizer: { name: organizer.name, email: organizer.address },
      status: ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.BUSY,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}

async function startPeer(orm: MikroORM) {
  const connection = orm.em.getConnection();
  const [{ id }] = await connection.execute<[{ id: string }]>('select id from feed_entry limit 1');
  const server = createServer((_, response) => {
    const select = 'select id, subject, revision, changed_at from feed_entry where id = ?';
    void connection.execute(select, [id]).then((rows) => response.end(JSON.stringify(rows)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
