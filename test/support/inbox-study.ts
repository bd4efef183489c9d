import { createHash } from 'node:crypto';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Invitation, type ParticipantKind } from '../../src/calendar/invitation.entity.js';
import type { MailOutcome } from '../../src/calendar/itip/mail-outcome.js';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import { IncomingMessage } from '../../src/inbox/incoming-message.entity.js';
import { MailReceiver, type FullReception } from '../../src/inbox/mail-receiver.service.js';
import { CONFIG } from '../../src/kernel/config/config.token.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { givenRespondents } from './given-respondents.js';
import { StudyApp, type TeamRole } from './study-app.js';

/** What the API says of a mail. */
export interface Received {
  readonly outcome: MailOutcome;
  readonly reason: string;
  readonly waits: boolean;
  readonly appointment?: string;
  readonly meeting?: string;
  readonly participant?: string;
}

/** An interview, and what its respondent and its interviewer were sent. */
export interface Invited {
  readonly appointment: string;
  readonly respondent: { readonly id: string; readonly pseudonym: string; readonly address: string };
  readonly interviewer: string;
  readonly start: Date;
  readonly end: Date;
  readonly uid: string;
  readonly interviewerUid: string;
}

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly interviewer: string;
}

/** How many rows of which table are new or differ. */
export type Changes = Readonly<Record<string, number>>;
/** Digest of every row, by table and id. */
type Digests = ReadonlyMap<string, string>;

/** Name of the mail server whose word on senders counts. */
export const ownServer = 'mx.study.example';
const weekMs = 7 * 24 * 3_600_000;
const language = { 'accept-language': 'nl' };

/** The whole product with interviews that mail can be about. */
export class InboxStudy {
  private constructor(
    readonly app: StudyApp,
    private readonly respondents: readonly { readonly id: string; readonly pseudonym: string }[],
    private free: Slot[],
  ) {}

  static async start(respondents = 6, { after = 2 * weekMs } = {}): Promise<InboxStudy> {
    const app = await StudyApp.start(AppointmentsModule, MeetingsModule, ReportsModule, InboxModule);
    Object.assign(app.get(CONFIG as never) as object, { authservId: ownServer });
    const known = await givenRespondents(app, respondents);
    const from = new Date(app.clock.at.getTime() + after).toISOString();
    const slots = await app.api('coordinator', {
      method: 'GET',
      url: `/studies/STP/slots?from=${from}&limit=5000`,
    });
    return new InboxStudy(app, known, farApart(slots.json<Slot[]>()));
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  em() {
    return this.app.database.orm.em.fork();
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.em().execute<T[]>(sql, values);
  }

  /** Books an interview with this respondent at a moment that nobody else has. */
  async invite(index = 0): Promise<Invited> {
    const { id: respondent, pseudonym } = this.respondents[index]!;
    const slot = this.takeSlot();
    const payload = { kind: 'interview', respondent, start: slot.start, interviewer: slot.interviewer };
    const booked = await this.api('POST', '/studies/STP/appointments', payload);
    const appointment = booked.json<{ id: string }>().id;
    const invitations = await this.em().find(Invitation, { subjectId: appointment });
    const uidOf = (kind: ParticipantKind) =>
      invitations.find(({ participantKind }) => participantKind === kind)!.uid;
    const contact = await this.api('GET', `/respondents/${respondent}`);
    const { email: address } = contact.json<{ contact: { email: string } }>().contact;
    return {
      appointment,
      respondent: { id: respondent, pseudonym, address },
      interviewer: slot.interviewer,
      start: new Date(slot.start),
      end: new Date(slot.end),
      uid: uidOf('respondent'),
      interviewerUid: uidOf('interviewer'),
    };
  }

  /** A moment that nobody has yet, on a day of its own. */
  takeSlot(): Slot {
    return this.free.shift()!;
  }

  async move(
    { appointment }: Pick<Invited, 'appointment'>,
    slot: Slot & { readonly outsideRules?: boolean } = this.takeSlot(),
  ): Promise<Slot> {
    const moved = await this.api('POST', `/appointments/${appointment}/move`, slot);
    if (moved.statusCode !== 200) throw new Error(moved.body);
    return slot;
  }

  api(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, role: TeamRole = 'coordinator') {
    return this.app.api(role, { method, url, headers: language, ...(payload && { payload }) });
  }

  /** Hands in a mail, and gives the whole answer. */
  hand(raw: Buffer, { role = 'coordinator', query = '' }: { role?: TeamRole; query?: string } = {}) {
    return this.app.api(role, {
      method: 'POST',
      url: `/inbound-mail${query}`,
      headers: { 'content-type': 'message/rfc822', ...language },
      payload: raw,
    });
  }

  /** Hands in a mail a minute later; what came of it. */
  async receive(raw: Buffer): Promise<Received> {
    this.app.clock.pass(1);
    const response = await this.hand(raw);
    if (response.statusCode !== 200) throw new Error(response.body);
    return response.json<Received>();
  }

  /** As a process that reads a mailbox does it. */
  take(raw: Uint8Array): Promise<FullReception> {
    return this.app.get(MailReceiver).take(raw);
  }

  /** As `receive`, with what changed in the database. */
  async effectOf(raw: Buffer): Promise<Received & { readonly changes: Changes }> {
    const before = await this.digests();
    const received = await this.receive(raw);
    return { ...received, changes: await this.changesSince(before) };
  }

  /** Settles a message on the inbox page; the answer of the form. */
  settle(id: string, step: string, form: Record<string, string> = {}, role: TeamRole = 'coordinator') {
    return this.app.post(role, `/studies/STP/inbox/${id}/${step}`, form);
  }

  /** What the page says right after a form was sent there. */
  async saidAfter(id: string, step: string, form: Record<string, string> = {}): Promise<string> {
    const { statusCode, headers } = await this.settle(id, step, form);
    if (statusCode !== 303) throw new Error(`${statusCode}`);
    const flash = [headers['set-cookie']].flat().map((cookie) => String(cookie).split(';')[0]);
    const page = await this.app.app.inject({
      method: 'GET',
      url: String(headers.location),
      headers: {
        cookie: `${this.app.cookieOf('coordinator')}; lang=nl; ${flash.join('; ')}`,
        accept: 'text/html',
      },
    });
    return /<div class="note flash[^>]*>(.*?)<\/div>/s.exec(page.body)?.[1] ?? '';
  }

  invitation(uid: string): Promise<Invitation> {
    return this.em().findOneOrFail(Invitation, { uid });
  }

  /** The newest of them. */
  async message(where: object = {}): Promise<IncomingMessage> {
    const [newest] = await this.em().find(IncomingMessage, where, { orderBy: { id: 'desc' }, limit: 1 });
    return newest!;
  }

  /** What was queued so far, oldest first, as it will be sent. */
  async letters(where: object = {}): Promise<(Letter & { readonly kind: string })[]> {
    const mails = await this.em().find(OutboxMessage, where, { orderBy: { id: 'asc' } });
    return mails.map(({ id, kind, sealed }) => ({
      ...this.app.get(Cipher).openJson<Letter>('outbox', outboxContext(id), sealed),
      kind,
    }));
  }

  /** Waits until no mail is on its way. */
  async untilSent(): Promise<void> {
    const onTheWay = { status: { $in: ['queued' as const, 'sending' as const] } };
    while ((await this.em().count(OutboxMessage, onTheWay)) > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Of every row of the product's own tables, once all mail has left. */
  async digests(): Promise<Digests> {
    await this.untilSent();
    const tables = await this.rows<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('session', 'captured_message')`,
    );
    const all = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await this.rows<{ row: string }>(`select t::text as row from ${name} t`);
        return rows.map(({ row }): [string, string] => [`${name}:${row.slice(0, 38)}`, digestOf(row)]);
      }),
    );
    return new Map(all.flat());
  }

  async changesSince(before: Digests): Promise<Changes> {
    const after = await this.digests();
    const keys = new Set([...before.keys(), ...after.keys()]);
    const changed = [...keys].filter((key) => before.get(key) !== after.get(key));
    const byTable = Map.groupBy(changed, (key) => key.split(':')[0]!);
    return Object.fromEntries([...byTable].map(([table, rows]) => [table, rows.length]));
  }
}

const digestOf = (row: string): string => createHash('sha256').update(row).digest('hex');

/** Each interviewer's first and last moment of every other day, so that a day later nobody has anything. */
function farApart(slots: readonly Slot[]): Slot[] {
  const days = [...new Set(slots.map(dayOf))].filter((_, n) => n % 2 === 0);
  const ofDay = Map.groupBy(slots, (slot) => `${dayOf(slot)} ${slot.interviewer}`);
  return [...ofDay.values()]
    .filter(([first]) => days.includes(dayOf(first!)))
    .flatMap((all) => [all[0]!, all.at(-1)!]);
}

const dayOf = ({ start }: Slot): string => start.slice(0, 10);

/** The lines of a calendar object in one of the letters, by name. */
export function calendarOf({ calendar }: Pick<Letter, 'calendar'>) {
  const lines = calendar?.content.replaceAll('\r\n ', '').split('\r\n') ?? [];
  const value = (name: string) =>
    lines.find((line) => new RegExp(`^${name}[:;]`).test(line))?.replace(/^[^:]*:/, '');
  return {
    method: value('METHOD'),
    uid: value('UID'),
    sequence: value('SEQUENCE'),
    stamp: value('DTSTAMP'),
    start: value('DTSTART'),
    attendee: value('ATTENDEE')?.replace(/^mailto:/, ''),
    partstat: /PARTSTAT=([A-Z-]+)/.exec(lines.find((line) => line.startsWith('ATTENDEE')) ?? '')?.[1],
  };
}
