import { simpleParser } from 'mailparser';
import { buildMessage } from './build-message.js';
import { composeLetter, type Letter } from './letter.js';
import type { OutgoingMail } from './outgoing-mail.js';

const id = '01990a4e-7b00-7000-8000-000000000001';
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'SUMMARY:Gesprek over samenwerking — café Zeewolde\\, zaal 2',
  'DESCRIPTION:Een regel die lang genoeg is om gevouwen te worden omdat zij v',
  ' oorbij de vijfenzeventig tekens gaat',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const longUrl = `https://veldwerk.example.org/r/${'a1B2'.repeat(40)}`;

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  studyId: null,
  kind: 'offer',
  to: { name: 'José de Vries', address: 'jose.devries@example.org' },
  language: 'nl',
  document: {
    subject: 'Kies een moment voor ons gesprek — café',
    greeting: 'Beste mevrouw De Vries,',
    blocks: [
      { kind: 'paragraph', text: 'Kunt u één van deze momenten?' },
      { kind: 'button', label: 'Kies een moment', url: longUrl },
    ],
    footer: ['Meedoen is vrijwillig.'],
  },
  ...changes,
});
const letterOf = (changes?: Partial<OutgoingMail>): Letter =>
  composeLetter(mail(changes), {
    id,
    from: { name: 'Planning', address: 'planning@veldwerk.example.org' },
    now: new Date('2027-01-04T09:00:00Z'),
  });
const withCalendar = () => buildMessage(letterOf({ calendar: { method: 'REQUEST', content: calendar } }));

/** Splits a multipart body the way RFC 2046 5.1.1 says, without the parser that the product uses. */
function partsOf(raw: string): readonly { readonly head: string; readonly body: string }[] {
  const boundary = /boundary="?([^"\r\n]+)"?/.exec(raw.slice(0, raw.indexOf('\r\n\r\n')))![1]!;
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.slice(2, -2))
    .map((part) => ({
      head: part.slice(0, part.indexOf('\r\n\r\n')),
      body: part.slice(part.indexOf('\r\n\r\n') + 4),
    }));
}

describe('the bytes of a message with a calendar part', () => {
  it('are mixed[alternative[text, html, calendar], application/ics]', async () => {
    const raw = (await withCalendar()).toString('latin1');
    expect(raw).toMatch(/^Content-Type: multipart\/mixed;/m);
    const [alternative, attachment, ...rest] = partsOf(raw);
    expect(rest).toHaveLength(0);
    expect(alternative!.head).toMatch(/^Content-Type: multipart\/alternative;/m);
    const alternatives = partsOf(`${alternative!.head}\r\n\r\n${alternative!.body}\r\n`);
    expect(alternatives.map(({ head }) => /^Content-Type: ([^\r]+)/m.exec(head)![1])).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      'text/calendar; charset=utf-8; method=REQUEST',
    ]);
    expect(alternatives[2]!.head).not.toMatch(/Content-Disposition/i);
    expect(attachment!.head).toMatch(/^Content-Type: application\/ics; name=("?)invite\.ics\1$/m);
    expect(attachment!.head).toMatch(/^Content-Disposition: attachment; filename=("?)invite\.ics\1$/m);
  });

  it('hold the calendar object twice, unchanged to the byte', async () => {
    const [alternative, attachment] = partsOf((await withCalendar()).toString('latin1'));
    const last = partsOf(`${alternative!.head}\r\n\r\n${alternative!.body}\r\n`)[2]!;
    for (const part of [last, attachment!]) {
      expect(part.head).toMatch(/^Content-Transfer-Encoding: base64$/m);
      expect(Buffer.from(part.body, 'base64').equals(Buffer.from(calendar, 'utf8'))).toBe(true);
    }
  });

  it('name the method in the header as it stands in the object', async () => {
    for (const method of ['CANCEL', 'DECLINECOUNTER'] as const) {
      const content = calendar.replace('REQUEST', method);
      const raw = (await buildMessage(letterOf({ calendar: { method, content } }))).toString('latin1');
      expect(raw).toContain(`method=${method}\r\n`);
    }
  });

  it('have only CRLF line ends and no line over 998 octets', async () => {
    const raw = (await withCalendar()).toString('latin1');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(raw).not.toMatch(/[\x80-\xff]/);
  });
});

describe('the bytes of any message', () => {
  it('are the same each time the same letter is built', async () => {
    expect((await withCalendar()).equals(await withCalendar())).toBe(true);
  });

  it('carry sender, one recipient, fixed Message-ID and date, and say that a machine wrote them', async () => {
    const parsed = await simpleParser(await buildMessage(letterOf()));
    expect(parsed.from?.value).toEqual([{ name: 'Planning', address: 'planning@veldwerk.example.org' }]);
    expect(parsed.replyTo?.value).toEqual(parsed.from?.value);
    expect([parsed.to].flat()[0]?.value).toEqual([
      { name: 'José de Vries', address: 'jose.devries@example.org' },
    ]);
    expect(parsed.messageId).toBe(`<${id}@veldwerk.example.org>`);
    expect(parsed.date).toEqual(new Date('2027-01-04T09:00:00Z'));
    expect(parsed.subject).toBe('Kies een moment voor ons gesprek — café');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('content-language')).toBe('nl');
    expect(parsed.headers.has('list')).toBe(false);
    expect(parsed.headers.has('list-unsubscribe')).toBe(false);
  });

  it('keep a long address whole in the text part', async () => {
    const parsed = await simpleParser(await buildMessage(letterOf()));
    expect(parsed.text?.split('\n')).toContain(longUrl);
  });

  it.each([
    [`${longUrl}/mail`, 'List-Unsubscribe=One-Click'],
    // RFC 8058 3.1: one click is for https only.
    ['http://localhost:3000/r/x/mail', undefined],
  ])('say where less mail can be asked for: %s', async (unsubscribeUrl, post) => {
    const raw = (await buildMessage(letterOf({ unsubscribeUrl }))).toString('latin1');
    const unfolded = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, '');
    const value = (name: string) => new RegExp(`^${name}: *(.*)\r$`, 'm').exec(`${unfolded}\r`)?.[1];
    expect(value('List-Unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(value('List-Unsubscribe-Post')).toBe(post);
  });

  it('refer every mail of a thread to the same first message', async () => {
    const [one, two, other] = ['a', 'a', 'b'].map((thread) => letterOf({ thread }).headers['References']);
    expect(one).toBe(two);
    expect(other).not.toBe(one);
    const parsed = await simpleParser(await buildMessage(letterOf({ thread: 'a\r\nBcc: x@example.org' })));
    expect(parsed.references).toMatch(/^<[\w-]{22}\.thread@veldwerk\.example\.org>$/);
    expect(parsed.headers.has('bcc')).toBe(false);
  });

  it.each([
    ['a name', { to: { name: 'A\r\nBcc: evil@example.org', address: 'a@example.org' } }],
    ['a subject', { document: { subject: 'Hi\nBcc: evil@example.org', blocks: [], footer: [] } }],
    ['a separator', { to: { name: 'A\u2028Bcc: evil@example.org', address: 'a@example.org' } }],
  ])('let nobody add a header through %s', async (_, changes) => {
    const parsed = await simpleParser(await buildMessage(letterOf(changes)));
    expect(parsed.headers.has('bcc')).toBe(false);
    expect([parsed.to].flat()[0]?.value).toHaveLength(1);
  });

  it.each(['a@example.org\r\nBcc: x@example.org', 'a@example.org, b@example.org', '<a@example.org>', 'a'])(
    'are never made for %j',
    (address) => {
      expect(() => letterOf({ to: { name: '', address } })).toThrow('Mail cannot be sent to this address.');
    },
  );
});
