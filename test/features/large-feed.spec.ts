import { once } from 'node:events';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { entriesPerBatch, FeedEntryReader } from '../../src/calendar/feeds/feed-entries.read-model.js';
import { FeedReader } from '../../src/calendar/feeds/feed-reader.service.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { givenFeedEntries } from '../support/given-feed-entries.js';
import { openFeed, readFeed } from '../support/read-feed.js';
import { StudyApp } from '../support/study-app.js';

const count = 10_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const inUse = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** What other tests left behind goes in several rounds. */
async function inUseAtRest(): Promise<number> {
  let [was, is] = [Infinity, inUse()];
  while (was - is > 100_000) {
    await pause(100);
    [was, is] = [is, inUse()];
  }
  return is;
}

describe(`a feed of ${count} entries`, () => {
  let app: StudyApp;
  let url: string;
  let subjects: readonly string[];
  let batches = 0;

  beforeAll(async () => {
    app = await StudyApp.start(AppointmentsModule);
    const member = { email: 'onderzoeker2@example.org' };
    const { studyId, accountId: interviewerId } = await app.database.orm.em
      .fork()
      .findOneOrFail(TeamMember, member);
    subjects = await givenFeedEntries(app.database.orm, { studyId, interviewerId, count });
    url = await openFeed(app, 'interviewer', 'account');
    countBatches(app.get(FeedEntryReader));
  });
  afterAll(() => app.stop());

  function countBatches(reader: FeedEntryReader): void {
    const batch = reader['batch'].bind(reader);
    reader['batch'] = (...asked) => {
      batches += 1;
      return batch(...asked);
    };
  }

  const open = async () => {
    const found = await app.get(FeedReader).find(tokenOf(url));
    if (typeof found === 'string') throw new Error(found);
    return found.stream();
  };

  it('has every entry once', async () => {
    const { events, body } = await readFeed(app, url);
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(count);
    expect([...events.keys()].toSorted()).toEqual(subjects.map((id) => `${id}@feed.veldwerk`).toSorted());
  });

  it('is read from the database no faster than the client takes it', async () => {
    batches = 0;
    const client = new SlowClient();
    const sent = pipeline(await open(), client);
    for (const taken of [1, 2, 3, 4, 5, 6]) {
      await client.holds(taken);
      await pause(50);
      // The first is the head of the calendar; beside what the client holds, two wait in the streams between.
      expect(batches).toBeLessThanOrEqual(taken + 1);
      client.take();
    }
    client.takeAll();
    await sent;
    expect(batches).toBeGreaterThanOrEqual(count / entriesPerBatch);
  });

  it('never stands in memory as a whole', async () => {
    let [size, most, chunks] = [0, 0, 0];
    const before = await inUseAtRest();
    for await (const chunk of await open()) {
      size += (chunk as string).length;
      if (++chunks % 10 === 0) most = Math.max(most, inUse() - before);
    }
    expect(chunks).toBeGreaterThan(count / entriesPerBatch);
    expect(size).toBeGreaterThan(4_000_000);
    expect(most).toBeLessThan(size / 2);
  });

  it('lets go of the database when the client goes away', async () => {
    batches = 0;
    const stream = await open();
    stream.once('data', () => stream.destroy());
    await once(stream, 'close');
    const after = batches;
    await pause(100);
    expect(batches).toBe(after);
    expect(after).toBeLessThan(5);
  });
});

const tokenOf = (url: string): string => new URL(url).pathname.slice('/calendars/'.length, -'.ics'.length);

/** Takes one piece at a time, and the next only when it is told to. */
class SlowClient extends Writable {
  #taken = 0;
  #next: (() => void) | undefined;
  #isFast = false;

  constructor() {
    super({ highWaterMark: 1 });
  }

  override _write(_chunk: Buffer, _encoding: string, next: () => void): void {
    this.#taken += 1;
    if (this.#isFast) next();
    else this.#next = next;
  }

  /** Resolves when so many pieces have come in. */
  async holds(count: number): Promise<void> {
    while (this.#taken < count) await pause(5);
  }

  take(): void {
    const next = this.#next;
    this.#next = undefined;
    next?.();
  }

  takeAll(): void {
    this.#isFast = true;
    this.take();
  }
}
