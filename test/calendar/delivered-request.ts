import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { Mailbox } from './peers/answer-mail.js';

/** A REQUEST as it came out of a mail, and what a calendar reads in it. */
export interface DeliveredRequest {
  readonly ics: Buffer;
  readonly uid: string;
  readonly sequence: number;
  readonly stampedAt: Date;
  readonly start: Date;
  readonly end: Date;
  readonly summary: string;
  readonly organizer: Mailbox;
  readonly attendee: Mailbox;
}

/** Undefined for a mail without a calendar object, or with another METHOD. */
export async function readDeliveredRequest(raw: Buffer): Promise<DeliveredRequest | undefined> {
  const { attachments } = await simpleParser(raw);
  const ics = attachments.find(({ contentType }) => contentType === 'text/calendar')?.content;
  if (!ics) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(ics.toString('utf8')) as unknown[]);
  if (calendar.getFirstPropertyValue('method') !== 'REQUEST') return undefined;
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const component = calendar.getFirstSubcomponent('vevent')!;
  const { uid, sequence, startDate, endDate, summary } = new ICAL.Event(component);
  return {
    ics,
    uid,
    sequence,
    stampedAt: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate(),
    start: startDate.toJSDate(),
    end: endDate.toJSDate(),
    summary,
    organizer: mailboxOf(component.getFirstProperty('organizer')!),
    attendee: mailboxOf(component.getFirstProperty('attendee')!),
  };
}

const mailboxOf = (property: ICAL.Property): Mailbox => ({
  name: property.getFirstParameter('cn') ?? '',
  address: String(property.getFirstValue()).replace(/^mailto:/i, ''),
});
