import type { DeliveredRequest } from '../calendar/delivered-request.js';
import { readDeliveredRequest } from '../calendar/delivered-request.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import type { SampleGiven } from '../calendar/sample-text.js';
import { askAs } from './reader.js';
import type { RunningProduct } from './running-product.js';

/** Mails that came in, each by the id under which the study's inbox has it. */
export interface ReceivedMail {
  /** Another time, at which everybody is free. */
  readonly proposal: string;
  /** Another time, at which the interviewer visits a team. */
  readonly collision: string;
  /** Of a board member. */
  readonly meetingProposal: string;
  /** An answer from an address that looks like the invitee's. */
  readonly otherAddress: string;
  readonly stranger: string;
  readonly words: string;
  readonly winmail: string;
  /** Appointments by what became of them. */
  readonly appointments: {
    readonly proposed: string;
    readonly declined: string;
    /** Answered by an assistant, in words. */
    readonly tentative: string;
    readonly substituted: string;
  };
}

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

interface Booked {
  readonly id: string;
  readonly start: string;
  readonly interviewer: { readonly id: string };
}

type SampleName = keyof typeof sampleMessages;

const dayMs = 24 * 3_600_000;
const dayAfter = (start: string): string => new Date(Date.parse(start) + dayMs).toISOString();

/** Answers, wishes and whatever else comes in by mail, about invitations as they were really mailed. */
export async function receiveMail(
  product: RunningProduct,
  meetingMembers: readonly string[],
): Promise<ReceivedMail> {
  const post = new Post(product);
  await post.meetPeople();
  const [proposed, collided] = [await post.book('HEN-WA-01'), await post.book('HEN-WA-02')];
  await post.visitAt(dayAfter(collided.start), collided.interviewer.id);
  const [declined, tentative] = [await post.book('UTR-WA-02'), await post.book('ENS-WA-01')];
  const substituted = await post.book('ENS-WA-02');
  await post.fetchInvitations();
  await post.handIn('googleReply', 'BOR-WA-01');
  await post.handIn('outlookReply', 'UTR-WA-02');
  await post.handIn('zimbraReply', 'ENS-WA-01');
  await post.handIn('thunderbirdReply', 'ENS-WA-02', { edit: toDelegation });
  await post.handIn('outOfOffice', 'ENS-SW-02');
  await post.handIn('bounce', 'ZEI-WA-01');
  await post.handIn('kontactReply', meetingMembers[1]!);
  const proposal = await post.handIn('counterProposal', 'HEN-WA-01');
  const collision = await post.handIn('counterProposal', 'HEN-WA-02');
  const meetingProposal = await post.handIn('counterProposal', meetingMembers[0]!);
  const otherAddress = await post.handIn('appleReply', 'HEN-BM-01', {
    attendee: 'bm1.hengelo@thuis.example',
  });
  const stranger = await post.handIn('yahooReply', 'UTR-WA-01', { attendee: 'lotte@elders.example' });
  await post.handIn('bridgedReply', 'UTR-WA-01', {
    uid: 'of-somebody-else',
    attendee: 'ravi@elders.example',
  });
  const words = await post.handIn('humanAnswer', 'UTR-WA-01', { edit: withLongWord });
  const winmail = await post.handIn('winmail', 'ZWO-BM-01');
  const appointments = {
    proposed: proposed.id,
    declined: declined.id,
    tentative: tentative.id,
    substituted: substituted.id,
  };
  return { proposal, collision, meetingProposal, otherAddress, stranger, words, winmail, appointments };
}

/** What the invitee's calendar writes when they send somebody else. */
const toDelegation = (text: string): string =>
  text.replaceAll('PARTSTAT=ACCEPTED', 'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:vervanger@example.org"');

/** Wider than a phone, as links are. */
const withLongWord = (text: string): string =>
  text.replace('Groet, Ravi', `https://example.org/${'agenda-'.repeat(20)}`);

interface Changes {
  readonly attendee?: string;
  readonly uid?: string;
  readonly edit?: (text: string) => string;
}

class Post {
  readonly #product: RunningProduct;
  readonly #respondents = new Map<string, string>();
  readonly #requests = new Map<string, DeliveredRequest>();

  constructor(product: RunningProduct) {
    this.#product = product;
  }

  async meetPeople(): Promise<void> {
    const { items } = await this.#product.api<{ items: { id: string; pseudonym: string }[] }>(
      'GET',
      '/studies/STP/respondents?limit=200',
    );
    for (const { id, pseudonym } of items) this.#respondents.set(pseudonym, id);
  }

  /** An interview at a moment that is as free a day later. */
  async book(pseudonym: string): Promise<Booked> {
    const respondent = this.#respondents.get(pseudonym)!;
    const query = `respondent=${respondent}&from=2027-01-18T00:00:00Z&to=2027-02-08T00:00:00Z&limit=5000`;
    const slots = await this.#product.api<Slot[]>('GET', `/studies/STP/slots?${query}`);
    const keyOf = ({ start, interviewer }: Slot) => `${Date.parse(start)} ${interviewer}`;
    const free = new Set(slots.map(keyOf));
    const slot = slots.find(({ start, interviewer }) =>
      free.has(keyOf({ start: dayAfter(start), interviewer })),
    )!;
    const { start, interviewer } = slot;
    const body = { kind: 'interview', respondent, interviewer, start };
    return this.#product.api('POST', '/studies/STP/appointments', body);
  }

  async visitAt(start: string, interviewer: string): Promise<void> {
    const visit = { kind: 'observation', site: 'HEN', interviewer, start, outsideRules: true };
    await this.#product.api('POST', '/studies/STP/appointments', visit);
  }

  /** As they lie in the mailboxes of those who were invited. */
  async fetchInvitations(): Promise<void> {
    for (const { raw } of (await this.#product.mailbox()).toReversed()) {
      const request = await readDeliveredRequest(raw);
      if (request) this.#requests.set(request.attendee.address, request);
    }
  }

  /** A mail from a respondent, by pseudonym, or from an address; gives its id. */
  async handIn(sample: SampleName, from: string, { edit, ...changes }: Changes = {}): Promise<string> {
    const given = await this.#given(from);
    const text = sampleMessages[sample]({ ...given, ...changes }).toString('utf8');
    const question = { method: 'POST', url: '/api/v1/inbound-mail', body: edit ? edit(text) : text };
    const { statusCode, body } = await askAs(this.#product, 'coordinator', question);
    if (statusCode !== 200) throw new Error(`${sample} was answered ${statusCode} ${body}`);
    const newest = 'select id from incoming_message order by id desc limit 1';
    const [row] = await this.#product.orm.em.fork().execute<{ id: string }[]>(newest);
    return row!.id;
  }

  async #given(from: string): Promise<SampleGiven> {
    const attendee = this.#respondents.has(from) ? await this.#addressOf(from) : from;
    const { uid, sequence, start, end } = this.#requests.get(attendee) ?? noInvitation;
    return { uid, sequence, start, end, attendee, organizer: 'planning@localhost' };
  }

  async #addressOf(pseudonym: string): Promise<string> {
    const path = `/respondents/${this.#respondents.get(pseudonym)}`;
    return (await this.#product.api<{ contact: { email: string } }>('GET', path)).contact.email;
  }
}

/** For mail that needs none. */
const noInvitation = {
  uid: '',
  sequence: 0,
  start: new Date('2027-01-20T09:00:00Z'),
  end: new Date('2027-01-20T10:00:00Z'),
};
