import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { Reminders } from '../../src/appointments/reminders.service.js';
import { Invitation, type Answer } from '../../src/calendar/invitation.entity.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Study } from '../../src/studies/study.entity.js';
import { givenOffer, givenRespondents, type GivenRespondent } from './given-respondents.js';
import { StudyApp } from './study-app.js';

export interface Moment {
  readonly start: string;
  readonly interviewer: string;
}

export type SentLetter = Letter & { readonly kind: string };

const HOUR = 3_600_000;

/** The example study with six respondents, whose clock is set by how far an appointment is away. */
export class RemindedStudy {
  readonly #seen = new Set<string>();

  private constructor(
    readonly app: StudyApp,
    readonly respondents: readonly GivenRespondent[],
    readonly slots: readonly Moment[],
  ) {}

  static async start(): Promise<RemindedStudy> {
    const app = await StudyApp.start(AppointmentsModule);
    const respondents = await givenRespondents(app, 6);
    const url = '/studies/STP/slots?from=2027-01-12T00:00:00Z&limit=2000';
    const slots = (await app.api('coordinator', { method: 'GET', url })).json<Moment[]>();
    const study = new RemindedStudy(app, respondents, slots);
    // The clock goes further than a session lasts.
    await study.em().execute(`update session set expires_at = '2028-01-01'`);
    return study;
  }

  em() {
    return this.app.database.orm.em.fork();
  }

  api(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) {
    return this.app.api('coordinator', { method, url, ...(payload && { payload }) });
  }

  /** An interview, within or without the rules; its id. */
  async book({ start, interviewer }: Moment, respondent = this.respondents[0]!): Promise<string> {
    const body = { kind: 'interview', respondent: respondent.id, start, interviewer, outsideRules: true };
    const answer = await this.api('POST', '/studies/STP/appointments', body);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>().id;
  }

  /** As `book`, by the first respondent themselves; the path of their page. */
  async accept(slot: Moment): Promise<string> {
    const { path, slots } = await givenOffer(this.app, this.respondents[0]!.id, { slots: [slot] });
    const answer = await this.postByLink(`${path}/accept`, { slot: slots[0]!.id, consent: 'participate' });
    if (answer.statusCode !== 303) throw new Error(answer.body);
    return path;
  }

  postByLink(url: string, fields: Record<string, string>, accept = 'text/html') {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept };
    const payload = new URLSearchParams(fields).toString();
    return this.app.app.inject({ method: 'POST', url, headers, payload });
  }

  async on(id: string, step: string, payload: object = {}): Promise<void> {
    const answer = await this.api('POST', `/appointments/${id}/${step}`, payload);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }

  async setting(change: object): Promise<void> {
    const em = this.em();
    const study = await em.findOneOrFail(Study, { code: 'STP' });
    study.interviews = { ...study.interviews, ...change };
    await em.flush();
  }

  async answer(answer: Answer): Promise<void> {
    await this.em().nativeUpdate(Invitation, { participantKind: 'respondent' }, { answer });
  }

  /** Sets the clock to so many hours before the moment. */
  before({ start }: Moment, hours: number): void {
    this.app.clock.at = new Date(Date.parse(start) - hours * HOUR);
  }

  /** What the job does. */
  run(): Promise<void> {
    return this.app.within(() => this.app.get(Reminders).sendDue());
  }

  async letters(): Promise<readonly SentLetter[]> {
    const all = await this.em().find(OutboxMessage, {}, { orderBy: { id: 'asc' } });
    return all.map(({ id, kind, sealed }) => {
      const letter = this.app.get(Cipher).openJson('outbox', outboxContext(id), sealed) as Letter;
      return { ...letter, kind };
    });
  }

  /** What was queued since the last look. */
  async mailed(): Promise<readonly SentLetter[]> {
    const fresh = (await this.letters()).filter(({ id }) => !this.#seen.has(id));
    for (const { id } of fresh) this.#seen.add(id);
    return fresh;
  }

  async runAt(moment: Moment, hours: number): Promise<readonly SentLetter[]> {
    this.before(moment, hours);
    await this.run();
    return this.mailed();
  }

  /** The kinds of mail that the clock brings at so many hours before the moment. */
  async kindsAt(moment: Moment, hours: number): Promise<readonly string[]> {
    return (await this.runAt(moment, hours)).map(({ kind }) => kind).sort();
  }

  /** Three days later at least, with the same interviewer. */
  muchLater(slot: Moment): Moment {
    const from = Date.parse(slot.start) + 72 * HOUR;
    return this.slots.find(
      ({ start, interviewer }) => interviewer === slot.interviewer && Date.parse(start) > from,
    )!;
  }

  /** Two interviewers who are free at one moment. */
  twoAtOnce(): [Moment, Moment] {
    for (const slot of this.slots) {
      const other = this.slots.find(
        (one) => one.start === slot.start && one.interviewer !== slot.interviewer,
      );
      if (other) return [slot, other];
    }
    throw new Error('nobody shares a moment');
  }
}
