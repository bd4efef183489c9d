import { givenBusyCalendars, type GivenCalendars } from './given-busy-calendars.js';
import { MailTransport } from '../../src/mail/mail-transport.js';
import { receiveMail, type ReceivedMail } from './received-mail.js';
import type { RunningProduct } from './running-product.js';

interface Listed {
  readonly id: string;
  readonly pseudonym: string;
}

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

interface MadeOffer {
  readonly url: string;
  readonly slots: readonly (Slot & { readonly id: string })[];
}

/** What the pages of a study in full swing are about: ids, and links as they stand in mail. */
export interface LivedInStudy {
  /** Pseudonym, its id, and the link of an offer that waits. */
  readonly waiting: {
    readonly pseudonym: string;
    readonly id: string;
    readonly link: string;
    readonly slot: string;
  };
  readonly proposed: { readonly link: string };
  readonly booked: { readonly id: string; readonly appointment: string; readonly link: string };
  readonly held: { readonly appointment: string };
  readonly cancelled: { readonly appointment: string; readonly link: string };
  readonly declined: { readonly link: string };
  readonly meeting: string;
  /** A meeting without a date. */
  readonly plannedMeeting: string;
  readonly agendaItem: string;
  readonly memberLink: string;
  readonly received: ReceivedMail;
  /** Of the calendar feed of the whole study. */
  readonly feedLink: string;
  /** A captured mail with an invitation. */
  readonly mail: string;
  /** The coordinator's account. */
  readonly coordinator: string;
  readonly welcomeLink: string;
  /** Connected by the coordinator. */
  readonly calendars: GivenCalendars;
}

/** In the second week of the fieldwork, a Wednesday morning. */
const today = new Date('2027-01-13T07:30:00Z');
const consent = [
  ['consent', 'participate'],
  ['consent', 'recording'],
] as const;

/** Some weeks of work on the example study, done through the same addresses as a team and its respondents use. */
export async function liveIn(product: RunningProduct): Promise<LivedInStudy> {
  const work = new FieldWork(product);
  await work.askSites();
  await work.recruit();
  await work.visit();
  product.now = new Date('2026-12-21T09:00:00Z');
  const held = await work.interviews();
  const { meeting, plannedMeeting, agendaItem } = await work.convene();
  product.now = today;
  for (const appointment of held) await work.on(appointment, 'complete');
  const links = await work.offers();
  await work.failAMail();
  const welcomeLink = await work.inviteTeam();
  const members = ['deskundige1@example.net', 'deskundige2@example.net'];
  const memberLink = await product.linkFor(members[0]!, 'm');
  const received = await receiveMail(product, members);
  const feedLink = await work.subscribe();
  const mails = await product.mailbox();
  return {
    ...links,
    held: { appointment: held[0]! },
    meeting,
    plannedMeeting,
    agendaItem,
    memberLink,
    feedLink,
    welcomeLink,
    received,
    mail: mails.find(({ hasCalendar }) => hasCalendar)!.id,
    coordinator: product.accountOf('coordinator'),
    calendars: await givenBusyCalendars(product),
  };
}

class FieldWork {
  readonly #product: RunningProduct;
  readonly #free = new Map<string, Listed[]>();

  constructor(product: RunningProduct) {
    this.#product = product;
  }

  async askSites(): Promise<void> {
    const permissions = {
      ZWO: 'granted',
      BOR: 'granted',
      ZEI: 'granted',
      HEN: 'granted',
      ENS: 'asked',
      UTR: 'granted',
    };
    for (const [site, permission] of Object.entries(permissions))
      await this.#api('PATCH', `/studies/STP/sites/${site}`, { permission });
  }

  /** Everybody who is known stands ready by site and role; some have been spoken to. */
  async recruit(): Promise<void> {
    const { items } = await this.#api<{ items: Listed[] }>('GET', '/studies/STP/respondents?limit=200');
    for (const one of items) {
      const cell = one.pseudonym.slice(0, one.pseudonym.lastIndexOf('-'));
      this.#free.set(cell, [...(this.#free.get(cell) ?? []), one]);
    }
    const statuses = {
      'HEN-SW': 'in-contact',
      'ENS-SW': 'agreed',
      'ENS-BM': 'not-reached',
      'ZEI-BM': 'not-eligible',
    };
    for (const [cell, status] of Object.entries(statuses)) {
      const { id } = this.#next(cell);
      await this.#api('PATCH', `/respondents/${id}`, { status: 'approached' });
      await this.#api('PATCH', `/respondents/${id}`, { status });
    }
  }

  /** Interviews of the first week and a half, booked by phone; answers those that are over by today. */
  async interviews(): Promise<readonly string[]> {
    const held = ['ZWO-SW', 'ZWO-WA', 'BOR-SW', 'ZEI-SW', 'UTR-SW', 'UTR-BM', 'ZWO-SW', 'BOR-BM'];
    const past: string[] = [];
    for (const [index, cell] of held.entries())
      past.push(await this.#book(this.#next(cell), firstFrom(day(4 + (index % 7)), hours[index % 4])));
    for (const [index, cell] of ['ZEI-WA', 'BOR-WA', 'HEN-BM', 'UTR-WA', 'ZWO-BM'].entries())
      await this.#book(this.#next(cell), firstFrom(day(12 + index), hours[(index + 1) % 4]));
    return past;
  }

  /** A meeting whose agenda was sent, and one that still has no date. */
  async convene() {
    const [first, second] = await this.#api<{ id: string; version: number }[]>(
      'GET',
      '/studies/STP/meetings',
    );
    const start = '2027-01-14T14:00:00+01:00';
    const place = 'Vergaderruimte 3, Stadsplateau 1, Utrecht';
    const { id, version } = await this.#api<{ id: string; version: number }>(
      'POST',
      `/meetings/${first!.id}/schedule`,
      {
        start,
        place,
      },
    );
    const items = [
      { title: 'Opening en kennismaking', presenter: 'Onderzoeker Een', minutes: 15, purpose: 'inform' },
      {
        title: 'Opzet van het onderzoek',
        minutes: 45,
        purpose: 'discuss',
        note: 'Zie de startnotitie, blz. 3-7.',
      },
      { title: 'Keuze van de zes casussen', presenter: 'Onderzoeker Twee', minutes: 40, purpose: 'decide' },
      { title: 'Vervolg en afsluiting', minutes: 20, purpose: 'inform' },
    ];
    const { agenda } = await this.#api<{ agenda: { items: { id: string }[] } }>(
      'PUT',
      `/meetings/${id}/agenda`,
      {
        version,
        items,
      },
    );
    await this.#api('POST', `/meetings/${id}/agenda/send`, {});
    return { meeting: id, plannedMeeting: second!.id, agendaItem: agenda.items[1]!.id };
  }

  /** A visit to a team meeting, in the week that the pages show. */
  async visit(): Promise<void> {
    const interviewer = this.#product.accountOf('interviewer');
    const start = '2027-01-15T09:00:00+01:00';
    const visit = { kind: 'observation', site: 'UTR', interviewer, start, outsideRules: true };
    await this.#api('POST', '/studies/STP/appointments', visit);
  }

  /** Offers in every state that they can be in. */
  async offers() {
    const [accepting, cancelling, declining, proposing, waiting] = [
      'ZEI-SW',
      'BOR-SW',
      'UTR-SW',
      'ZWO-WA',
      'ZEI-WA',
    ].map((cell) => this.#next(cell));
    const accepted = await this.#accept(accepting!);
    await this.#api('POST', `/appointments/${accepted.appointment}/move`, await this.#laterSlot(accepting!));
    const cancelled = await this.#accept(cancelling!);
    await this.#api('POST', `/appointments/${cancelled.appointment}/cancel`, {
      reason: 'Respondent is ziek',
    });
    const declined = await this.#offer(declining!);
    await this.#answer(declined, 'decline', []);
    const proposed = await this.#offer(proposing!);
    await this.#answer(proposed, 'propose', [['text', 'Liever op een vrijdag, na 15.00 uur.']]);
    const offered = await this.#offer(waiting!);
    return {
      booked: { id: accepting!.id, ...accepted },
      cancelled,
      proposed: { link: proposed.url },
      declined: { link: declined.url },
      waiting: { ...waiting!, link: offered.url, slot: offered.slots[0]!.id },
    };
  }

  /** A mail server that knows one address no more. */
  async failAMail(): Promise<void> {
    await this.#product.mailbox();
    const transport = this.#product.get(MailTransport as never) as MailTransport;
    const send = transport.send;
    transport.send = async () => ({ outcome: 'refused', reason: '550 5.1.1 User unknown' });
    await this.#offer(this.#next('UTR-BM'));
    await this.#product.mailbox();
    transport.send = send;
  }

  async inviteTeam(): Promise<string> {
    const address = 'onderzoeker3@example.org';
    await this.#product.post(`${this.#product.origin}/forgot`, [['email', address]]);
    return this.#product.linkFor(address, 'welcome');
  }

  /** The coordinator to all that is planned. */
  async subscribe(): Promise<string> {
    const wanted = { feed: 'study' };
    const { url } = await this.#product.api<{ url: string }>(
      'POST',
      '/studies/STP/feeds',
      wanted,
      'coordinator',
    );
    return url;
  }

  async on(appointment: string, action: string): Promise<void> {
    await this.#api('POST', `/appointments/${appointment}/${action}`, {});
  }

  async #accept(respondent: Listed): Promise<{ readonly link: string; readonly appointment: string }> {
    const offer = await this.#offer(respondent);
    await this.#answer(offer, 'accept', [['slot', offer.slots[0]!.id], ...consent]);
    const { items } = await this.#api<{ items: { id: string; respondent: Listed | null }[] }>(
      'GET',
      '/studies/STP/appointments?limit=200&status=scheduled',
    );
    const { id } = items.find((one) => one.respondent?.id === respondent.id)!;
    return { link: offer.url, appointment: id };
  }

  #offer({ id }: Listed): Promise<MadeOffer> {
    return this.#api('POST', `/respondents/${id}/offers`, { count: 5 });
  }

  async #answer(
    { url }: MadeOffer,
    answer: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<void> {
    const { status } = await this.#product.post(`${url}/${answer}`, fields);
    if (status !== 303) throw new Error(`Posting ${answer} was answered ${status}`);
  }

  async #book({ id }: Listed, from: string): Promise<string> {
    const { start, interviewer } = await this.#slot(id, from);
    const body = { kind: 'interview', respondent: id, interviewer, start };
    return (await this.#api<{ id: string }>('POST', '/studies/STP/appointments', body)).id;
  }

  async #laterSlot({ id }: Listed): Promise<Slot> {
    const { start, interviewer } = await this.#slot(id, firstFrom(day(21)));
    return { start, interviewer };
  }

  async #slot(respondent: string, from: string): Promise<Slot> {
    const [slot] = await this.#api<Slot[]>(
      'GET',
      `/studies/STP/slots?respondent=${respondent}&from=${from}&limit=1`,
    );
    return slot!;
  }

  #next(cell: string): Listed {
    const found = this.#free.get(cell)?.shift();
    if (!found) throw new Error(`The example has nobody left in ${cell}`);
    return found;
  }

  #api<T>(method: string, path: string, body?: object): Promise<T> {
    return this.#product.api<T>(method, path, body);
  }
}

const day = (ofJanuary: number): string => `2027-01-${String(ofJanuary).padStart(2, '0')}`;
const firstFrom = (date: string, hour = '08'): string => `${date}T${hour}:00:00Z`;
/** In UTC, an hour behind the clock of the study. */
const hours = ['08', '12', '10', '14'];
