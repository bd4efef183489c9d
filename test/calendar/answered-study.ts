import { setTimeout as pause } from 'node:timers/promises';
import { owner, RunningProduct } from '../support/running-product.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { readDeliveredRequest, type DeliveredRequest } from './delivered-request.js';

/** What `POST /inbound-mail` says it did with a message. */
export interface InboundOutcome {
  readonly outcome: string;
  readonly reason: string;
  readonly appointment?: string;
  readonly participant?: string;
}

export interface ShownAppointment {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly participants: readonly { readonly kind: string; readonly answer: string }[];
}

/** An interview that was just booked, and its invitation as the respondent's mail server got it. */
export interface Invited {
  readonly appointment: ShownAppointment;
  readonly request: DeliveredRequest;
}

const patienceMs = 20_000;
const minuteMs = 60_000;

/** The running product, mailing to a real SMTP server, with an interview for each respondent when one is asked for. */
export class AnsweredStudy {
  private readonly inbox = new SmtpInbox();
  private readonly uninvited: string[] = [];
  private product!: RunningProduct;
  private token!: string;

  async start(): Promise<void> {
    this.product = await RunningProduct.start({ smtpUrl: await this.inbox.start() });
    const { items } = await this.product.api<{ items: { id: string }[] }>(
      'GET',
      '/studies/STP/respondents?limit=200',
    );
    this.uninvited.push(...items.map(({ id }) => id));
    this.token = (await this.product.api<{ token: string }>('POST', '/sessions', owner)).token;
  }

  async stop(): Promise<void> {
    await this.product?.stop();
    await this.inbox.stop();
  }

  /** Books an interview with a respondent who has none yet, at their first free moment. */
  async invite(): Promise<Invited> {
    const respondent = this.uninvited.shift();
    const { contact } = await this.product.api<{ contact: { email: string } }>(
      'GET',
      `/respondents/${respondent}`,
    );
    const [slot] = await this.product.api<{ start: string; interviewer: string }[]>(
      'GET',
      `/studies/STP/slots?respondent=${respondent}&limit=1`,
    );
    const { start, interviewer } = slot!;
    const booking = { kind: 'interview', respondent, interviewer, start };
    const appointment = await this.product.api<ShownAppointment>(
      'POST',
      '/studies/STP/appointments',
      booking,
    );
    const [request] = await this.requestsTo(contact.email, 1);
    return { appointment, request: request! };
  }

  /** A message for the planning, a minute after whatever was done before. */
  async receive(raw: Buffer): Promise<InboundOutcome> {
    this.product.now = new Date(this.product.now.getTime() + minuteMs);
    const response = await fetch(`${this.product.origin}/api/v1/inbound-mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(raw),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST /inbound-mail: ${response.status} ${text}`);
    return JSON.parse(text) as InboundOutcome;
  }

  show({ id }: ShownAppointment): Promise<ShownAppointment> {
    return this.product.api('GET', `/appointments/${id}`);
  }

  /** What somebody was asked by now, in the order of arrival; waits until there are so many, or gives up. */
  async requestsTo(address: string, count: number): Promise<readonly DeliveredRequest[]> {
    const givesUpAt = performance.now() + patienceMs;
    for (;;) {
      const mails = this.inbox.received.filter(({ to }) => to === address);
      const read = await Promise.all(mails.map(({ raw }) => readDeliveredRequest(raw)));
      const requests = read.filter((request) => request !== undefined);
      if (requests.length >= count) return requests;
      if (performance.now() > givesUpAt)
        throw new Error(`${requests.length} of ${count} invitations came to ${address}`);
      await pause(20);
    }
  }
}
