import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
import { givenInvitation } from './given-invitation.js';
import { answerKinds, methodOf, type AnswerKind } from './peers/answer-mail.js';
import { describeWithAnsweringPeers, HordePeer, KCalendarCorePeer } from './peers/answering-peers.js';

const invitation = givenInvitation({ sequence: 2 });
const request = writeRequest(invitation);
const proposal = { start: new Date('2026-12-03T10:00:00Z'), end: new Date('2026-12-03T11:30:00Z') };
const by = { address: 'jan@example.com', name: 'Jan de Vries', ...proposal };

function read(ics: Buffer) {
  const calendar = new ICAL.Component(ICAL.parse(ics.toString('utf8')) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const attendees = event.getAllProperties('attendee');
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    organizer: String(event.getFirstPropertyValue('organizer')).toLowerCase(),
    attendees: attendees.map((attendee) => attendee.getFirstValue()),
    partstat: attendees.map((attendee) => attendee.getFirstParameter('partstat')),
    start: event.getFirstProperty('dtstart')?.toICALString(),
    stampedAt: Date.parse(String(event.getFirstPropertyValue('dtstamp'))),
  };
}

describeWithAnsweringPeers('a calendar that is not ours', () => {
  const kontact = new KCalendarCorePeer();
  const horde = new HordePeer();
  const peers = { KCalendarCore: kontact, Horde: horde };

  beforeAll(() => kontact.compile());

  const partstatOf = (peer: string, kind: AnswerKind) => {
    if (methodOf(kind) === 'REPLY') return kind;
    // Kontact leaves its user's status alone; Horde's proposal is tentative, and RFC 5546 asks a REFRESH for none.
    if (peer === 'KCalendarCore') return 'NEEDS-ACTION';
    return kind === 'COUNTER' ? 'TENTATIVE' : undefined;
  };

  describe.each(['KCalendarCore', 'Horde'] as const)('%s', (peer) => {
    it.each(answerKinds)('answers %s under the UID of the invitation, for its user alone', (kind) => {
      const answered = Date.now();
      const answer = read(peers[peer].answer(request, kind, by));
      expect(answer).toMatchObject({
        method: methodOf(kind),
        uid: invitation.uid,
        organizer: 'mailto:planning@study.example',
        attendees: ['mailto:jan@example.com'],
        partstat: [partstatOf(peer, kind)],
      });
      expect(Math.abs(answer.stampedAt - answered)).toBeLessThan(5000);
      const isBareRefresh = peer === 'Horde' && kind === 'REFRESH';
      expect(answer.sequence).toBe(isBareRefresh ? null : 2);
    });

    it('proposes the time that it was told, in its own spelling', () => {
      expect(read(peers[peer].answer(request, 'COUNTER', by)).start).toBe(
        peer === 'Horde' ? 'DTSTART;TZID=Europe/Amsterdam:20261203T110000' : 'DTSTART:20261203T100000Z',
      );
    });
  });

  it('KCalendarCore refuses to answer for somebody who was not invited', () => {
    expect(() => kontact.answer(request, 'ACCEPTED', { ...by, address: 'piet@example.com' })).toThrow(
      'ended with 1',
    );
  });

  it.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const)(
    'Horde mails %s as an attached event-reply.ics',
    async (kind) => {
      const { attachments, from, to } = await simpleParser(horde.message(request, kind, by));
      expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
        ['event-reply.ics', 'text/calendar'],
      ]);
      expect(from?.text).toBe('"Jan de Vries" <jan@example.com>');
      expect([to].flat()[0]?.text).toBe('planning@study.example');
      expect(read(attachments[0]!.content)).toMatchObject({
        method: 'REPLY',
        uid: invitation.uid,
        partstat: [kind],
      });
    },
  );
});
