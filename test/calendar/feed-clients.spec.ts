import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { ensureDebianPackages } from '../support/debian-packages.js';
import { givenFeedEntries } from '../support/given-feed-entries.js';
import { openFeed } from '../support/read-feed.js';
import { StudyApp } from '../support/study-app.js';

const { missing } = ensureDebianPackages(['vdirsyncer', 'khal']);
if (missing !== undefined)
  process.stderr.write(`NOT RUN: no feed was subscribed to with vdirsyncer and khal. ${missing}\n`);

const entries = 500;

/** A calendar program's folder: vdirsyncer fills it from the feed, khal shows what is in it. */
class Subscription {
  private readonly home = mkdtempSync(join(tmpdir(), 'veldwerk-feed-'));
  private readonly folder = join(this.home, 'calendar');

  constructor(url: string) {
    mkdirSync(this.folder);
    this.write('vdirsyncer', vdirsyncerSettings({ url, home: this.home, folder: this.folder }));
    this.write('khal', khalSettings({ home: this.home, folder: this.folder }));
  }

  discover(): Promise<string> {
    return this.run('vdirsyncer', '-c', join(this.home, 'vdirsyncer'), 'discover');
  }

  /** Looks at the feed again: what vdirsyncer says that it took over and removed, one item a line. */
  async sync(): Promise<{ readonly copied: number; readonly deleted: number }> {
    const log = await this.run('vdirsyncer', '-v', 'DEBUG', '-c', join(this.home, 'vdirsyncer'), 'sync');
    expect(log).toContain('Syncing feed');
    expect(log).not.toMatch(/^(error|critical):/im);
    return { copied: count(log, /Copying \(/g), deleted: count(log, /Deleting item/g) };
  }

  /** What the folder holds, by file. */
  files(): ReadonlyMap<string, string> {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.ics'));
    return new Map(names.map((name) => [name, readFileSync(join(this.folder, name), 'utf8')]));
  }

  /** Each event of half a year, with its start on the clock of Amsterdam. */
  async list(): Promise<readonly string[]> {
    const shown = ['--format', '{start} {title}', '--day-format', '', '--once', '2027-01-01', '180d'];
    const text = await this.run('khal', '-c', join(this.home, 'khal'), 'list', ...shown);
    return text.split('\n').filter((line) => line.startsWith('2027-'));
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  private write(name: string, settings: string): void {
    writeFileSync(join(this.home, name), settings);
  }

  private async run(command: string, ...args: string[]): Promise<string> {
    const env = { PATH: '/usr/bin:/bin', HOME: this.home, LANG: 'C.UTF-8', TZ: 'Asia/Tokyo' };
    const child = spawn(`/usr/bin/${command}`, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    const [status] = (await once(child, 'close')) as [number];
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${text}`);
    return text;
  }
}

interface Folders {
  readonly home: string;
  readonly folder: string;
}

const vdirsyncerSettings = ({ url, home, folder }: Folders & { readonly url: string }) => `
[general]
status_path = "${join(home, 'status')}"
[pair feed]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "${url}"
[storage local]
type = "filesystem"
path = "${folder}"
fileext = ".ics"
`;

const khalSettings = ({ home, folder }: Folders) => `
[calendars]
[[feed]]
path = ${folder}
readonly = True
[sqlite]
path = ${join(home, 'khal.db')}
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

(missing === undefined ? describe : describe.skip)('a calendar program that subscribes to a feed', () => {
  let app: StudyApp;
  let subscription: Subscription;
  let visit: string;
  let interviewer: string;

  const api = async (url: string, payload: object): Promise<{ id: string }> => {
    const answer = await app.api('coordinator', { method: 'POST', url, payload });
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  };

  beforeAll(async () => {
    app = await StudyApp.start(AppointmentsModule);
    const where = { email: 'onderzoeker2@example.org' };
    const member = await app.database.orm.em.fork().findOneOrFail(TeamMember, where);
    const { studyId, accountId: interviewerId } = member;
    interviewer = interviewerId;
    await givenFeedEntries(app.database.orm, { studyId, interviewerId, count: entries - 1 });
    const booking = { kind: 'observation', site: 'UTR', interviewer, outsideRules: true };
    visit = (await api('/studies/STP/appointments', { ...booking, start: '2027-03-30T09:00:00+02:00' })).id;
    await app.app.listen(0, '127.0.0.1');
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const { pathname } = new URL(await openFeed(app, 'interviewer', 'account'));
    subscription = new Subscription(`http://127.0.0.1:${port}${pathname}`);
    await subscription.discover();
  });
  afterAll(async () => {
    subscription?.remove();
    await app?.stop();
  });

  it('gets every entry, and shows them at their time', async () => {
    expect(await subscription.sync()).toEqual({ copied: entries, deleted: 0 });
    expect(subscription.files().size).toBe(entries);
    const shown = await subscription.list();
    expect(shown).toHaveLength(entries);
    expect(shown).toContain('2027-03-30 09:00 Observatie Buurtteam Utrecht · Buurtteam Utrecht');
    expect(shown).toContain('2027-01-04 09:00 Interview ZWO-SW-0 · Sociaal team Zeewolde');
  });

  it('finds nothing new when nothing changed, however much later', async () => {
    const was = subscription.files();
    app.clock.pass(7 * 24 * 60);
    expect(await subscription.sync()).toEqual({ copied: 0, deleted: 0 });
    expect(subscription.files()).toEqual(was);
    app.clock.pass(-7 * 24 * 60);
  });

  it('finds one change when one appointment moved', async () => {
    const was = subscription.files();
    await api(`/appointments/${visit}/move`, { start: '2027-04-01T13:30:00+02:00', outsideRules: true });
    // This program knows an entry of a read-only calendar by its contents: a change is one that goes and one that comes.
    expect(await subscription.sync()).toEqual({ copied: 1, deleted: 1 });
    const kept = [...subscription.files()].filter(([name, text]) => was.get(name) === text);
    expect([kept.length, subscription.files().size]).toEqual([entries - 1, entries]);
    const shown = await subscription.list();
    expect(shown).toContain('2027-04-01 13:30 Observatie Buurtteam Utrecht · Buurtteam Utrecht');
    expect(shown.filter((line) => line.includes('Observatie'))).toHaveLength(1);
  });
});
