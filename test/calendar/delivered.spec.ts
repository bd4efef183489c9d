import { simpleParser, type ParsedMail } from 'mailparser';
import { checkOutgoing } from '../../src/calendar/itip/check-outgoing.js';
import { RunningProduct } from '../support/running-product.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { describeWithPeers, LibicalReader, readWithIcalendar } from './peers/peers.js';

interface Slot {
  readonly start: string;
  readonly interviewer: string;
}

const respondent = 'sw1.zeewolde@example.org';

describeWithPeers('an interview that is booked, moved and cancelled, as an SMTP server receives it', () => {
  const inbox = new SmtpInbox();
  const libical = new LibicalReader();
  let product: RunningProduct;
  let mails: ParsedMail[];

  beforeAll(async () => {
    libical.compile();
    product = await RunningProduct.start({ smtpUrl: await inbox.start() });
    await bookMoveAndCancel();
    await product.mailbox();
    mails = await Promise.all(inbox.received.map(({ raw }) => simpleParser(raw)));
  });
  afterAll(async () => {
    await product.stop();
    await inbox.stop();
    libical.remove();
  });

  async function bookMoveAndCancel(): Promise<void> {
    const { items } = await product.api<{ items: { id: string; pseudonym: string }[] }>(
      'GET',
      '/studies/STP/respondents?limit=200',
    );
    const { id } = items.find(({ pseudonym }) => pseudonym === 'ZWO-SW-01')!;
    const slots = await product.api<Slot[]>('GET', `/studies/STP/slots?respondent=${id}&limit=400`);
    const first = slots[0]!;
    const later = slots.findLast(({ interviewer }) => interviewer === first.interviewer)!;
    const booked = await product.api<{ id: string }>('POST', '/studies/STP/appointments', {
      kind: 'interview',
      respondent: id,
      interviewer: first.interviewer,
      start: first.start,
    });
    await product.api('POST', `/appointments/${booked.id}/move`, { start: later.start });
    await product.api('POST', `/appointments/${booked.id}/cancel`, {});
  }

  /** The calendar parts of the mails to one address by SEQUENCE: mails may overtake each other. */
  const partsFor = (isFor: (to: string) => boolean) =>
    mails
      .filter(({ to }) => isFor([to].flat()[0]!.value[0]!.address!))
      .map(({ attachments }) =>
        attachments
          .filter(({ contentType }) => /calendar|ics/.test(contentType))
          .map(({ content }) => content),
      )
      .sort((a, b) => sequenceOf(a[0]!) - sequenceOf(b[0]!));
  const sequenceOf = (bytes: Buffer) => Number(readWithIcalendar(bytes)['sequence']);

  it.each([
    ['the respondent', (to: string) => to === respondent],
    ['the interviewer', (to: string) => to !== respondent],
  ])('is a REQUEST, a moved REQUEST and a CANCEL to %s, one attendee each', (_who, isFor) => {
    const parts = partsFor(isFor);
    const read = parts.map(([part]) => readWithIcalendar(part!));
    expect(read.map(({ method, sequence, faults }) => [method, sequence, faults])).toEqual([
      ['REQUEST', 0, 0],
      ['REQUEST', 1, 0],
      ['CANCEL', 2, 0],
    ]);
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(1);
    expect(read.map(({ attendees }) => (attendees as string[]).length)).toEqual([1, 1, 1]);
    for (const [part] of parts)
      expect(libical.read(part!)).toEqual(expect.arrayContaining(['restrictions 1', 'faults 0']));
  });

  it('carries every calendar object twice, the same bytes, that pass the raw check', () => {
    const parts = partsFor(() => true);
    expect(parts).toHaveLength(6);
    for (const [inline, attached, ...more] of parts) {
      expect(more).toEqual([]);
      expect(attached!.equals(inline!)).toBe(true);
      const method = String(readWithIcalendar(inline!)['method']) as 'REQUEST' | 'CANCEL';
      expect(checkOutgoing(inline!, method)).toEqual([]);
    }
  });

  it('names nobody but its reader: the pseudonym to the interviewer, no colleague to the respondent', () => {
    const [toRespondent, toInterviewer] = [
      partsFor((to) => to === respondent),
      partsFor((to) => to !== respondent),
    ].map((parts) => parts.flat().join(''));
    expect(toInterviewer).toContain('ZWO-SW-01');
    expect(toInterviewer).not.toMatch(/Sociaal werker Zeewolde 1|sw1\.zeewolde/);
    expect(toRespondent).not.toMatch(/onderzoeker\d@example\.org|ZWO-SW-01/);
  });
});
