import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { sampleMessages } from './sample-messages.js';
import type { SampleGiven } from './sample-text.js';

const given: SampleGiven = {
  uid: '7d1f4c0b9a2e',
  attendee: 'persoon@example.com',
  organizer: 'planning@study.example',
  sequence: 4,
  start: new Date('2027-01-12T08:30:00Z'),
  end: new Date('2027-01-12T09:30:00Z'),
};

type Name = keyof typeof sampleMessages;

async function calendarOf(name: Name) {
  const { attachments } = await simpleParser(sampleMessages[name](given));
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
  if (!part) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(part.content.toString('utf8')) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const attendee = event.getFirstProperty('attendee')!;
  return {
    method: calendar.getFirstPropertyValue('method'),
    partstat: attendee.getFirstParameter('partstat'),
    uid: event.getFirstPropertyValue('uid'),
    attendee: attendee.getFirstValue(),
    sequence: event.getFirstPropertyValue('sequence'),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
    organizer: event.getFirstPropertyValue('organizer'),
  };
}

describe('a sample message', () => {
  it.each<[Name, string, string | undefined]>([
    ['googleReply', 'REPLY', 'ACCEPTED'],
    ['outlookReply', 'REPLY', 'DECLINED'],
    ['appleReply', 'REPLY', 'TENTATIVE'],
    ['thunderbirdReply', 'REPLY', 'ACCEPTED'],
    ['yahooReply', 'REPLY', 'ACCEPTED'],
    ['zimbraReply', 'REPLY', 'TENTATIVE'],
    ['nextcloudReply', 'REPLY', 'DECLINED'],
    ['kontactReply', 'REPLY', 'ACCEPTED'],
    ['bridgedReply', 'REPLY', 'ACCEPTED'],
    ['counterProposal', 'COUNTER', 'TENTATIVE'],
    ['refreshRequest', 'REFRESH', undefined],
  ])('%s carries a calendar object with METHOD %s and PARTSTAT %s', async (name, method, partstat) => {
    const fromExchange = ['outlookReply', 'counterProposal'].includes(name);
    expect(await calendarOf(name)).toEqual({
      method,
      partstat,
      uid: given.uid,
      attendee: `mailto:${given.attendee}`,
      sequence: method === 'REFRESH' ? null : 4,
      stamp: '2027-01-05T08:30:00Z',
      organizer: fromExchange ? null : expect.stringMatching(/^mailto:planning@study\.example$/i),
    });
  });

  it.each<Name>(['outOfOffice', 'humanAnswer', 'winmail'])('%s carries none', async (name) => {
    expect(await calendarOf(name)).toBeUndefined();
  });

  it('bounce holds our own invitation in the message that came back', () => {
    const raw = sampleMessages.bounce(given).toString();
    expect(raw).toMatch(
      /Content-Type: message\/rfc822\r\n\r\n[^]*METHOD:REQUEST\r\n[^]*UID:7d1f4c0b9a2e\r\n/,
    );
  });

  it.each(Object.keys(sampleMessages) as Name[])(
    '%s comes from the invited, or for them, to the planning',
    async (name) => {
      const raw = sampleMessages[name](given);
      const { to } = await simpleParser(raw);
      expect([to!].flat()[0]!.value[0]!.address).toBe(given.organizer);
      expect(raw.includes(given.attendee)).toBe(true);
      expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});
