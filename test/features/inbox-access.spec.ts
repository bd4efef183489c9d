import { RemoveOldMail } from '../../src/inbox/remove-old-mail.jobs.js';
import { rawAnswer, rawWords, type RawAnswer } from '../calendar/raw-answer.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import { InboxStudy, type Invited } from '../support/inbox-study.js';
import { outsider } from '../support/outsider.js';

describe('mail that comes in', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(20);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const answerTo = ({ uid, respondent }: Invited, more: Partial<RawAnswer> = {}) =>
    rawAnswer({ uid, attendee: respondent.address, ...more });
  const proposal = (invited: Invited) =>
    answerTo(invited, {
      method: 'COUNTER',
      partstat: 'DECLINED',
      start: new Date(invited.start.getTime() + 24 * 3_600_000),
    });

  describe('as a dry run', () => {
    const kinds: readonly (readonly [string, (invited: Invited) => Buffer])[] = [
      ['an answer', (invited) => answerTo(invited, { partstat: 'DECLINED', comment: 'Ziek' })],
      ['another time', proposal],
      ['a question for the invitation', (invited) => answerTo(invited, { method: 'REFRESH' })],
      ['a stranger', (invited) => answerTo(invited, { attendee: 'vreemd@elders.example' })],
      ['words', ({ respondent }) => rawWords({ from: respondent.address })],
      ...(['bounce', 'outOfOffice', 'winmail'] as const).map(
        (name) =>
          [
            name,
            ({ respondent, ...invited }: Invited) =>
              sampleMessages[name]({
                ...invited,
                attendee: respondent.address,
                organizer: 'planning@localhost',
                sequence: 0,
              }),
          ] as const,
      ),
    ];

    it.each(kinds)('tells what %s would do, and leaves no trace', async (_, rawOf) => {
      const raw = rawOf(await invite());
      const before = await study.digests();
      const dry = await study.hand(raw, { query: '?dryRun=true' });
      expect(await study.changesSince(before)).toEqual({});
      const real = await study.hand(raw, { query: '?dryRun=false' });
      expect(real.json()).toEqual(dry.json());
      expect(await study.changesSince(before)).toMatchObject({ incoming_message: 1 });
      expect((await study.hand(raw, { query: '?dryRun' })).json<{ outcome: string }>().outcome).toBe(
        'duplicate',
      );
    });
  });

  describe('is handed in by', () => {
    it('nobody, the interviewer or an observer: refused', async () => {
      const raw = answerTo(await invite());
      const before = await study.digests();
      for (const role of ['interviewer', 'observer'] as const)
        expect((await study.hand(raw, { role })).statusCode).toBe(403);
      const headers = { 'content-type': 'message/rfc822' };
      const nobody = { method: 'POST', url: '/api/v1/inbound-mail', headers, payload: raw } as const;
      expect((await study.app.app.inject(nobody)).statusCode).toBe(401);
      expect(await study.changesSince(before)).toEqual({});
    });

    it('the coordinator of another study: applied, and no ids are told', async () => {
      const invited = await invite();
      const handIn = await outsider(study.app);
      const told = await handIn(answerTo(invited));
      expect([told.outcome, Object.keys(told).toSorted()]).toEqual([
        'applied',
        ['outcome', 'reason', 'waits'],
      ]);
      expect((await study.invitation(invited.uid)).answer).toBe('accepted');
      // Whether an address is known to another study is nothing that a bounce could find out.
      const bounce = (address: string) =>
        Buffer.from(
          `Return-Path: <>\r\nFrom: mailer-daemon@x.example\r\nSubject: Undelivered\r\n\r\n<${address}>:\r\n`,
        );
      const probes = [invited.respondent.address, 'onbekend@elders.example'].map((address) =>
        handIn(bounce(address), '?dryRun=true'),
      );
      const [known, unknown] = await Promise.all(probes);
      expect(known).toEqual(unknown);
    });

    it('anything that is no message: refused in words', async () => {
      const headers = { 'content-type': 'application/json' };
      const options = { method: 'POST', url: '/inbound-mail', headers, payload: '{}' } as const;
      const wrong = await study.app.api('coordinator', options);
      expect([wrong.statusCode, wrong.json<{ detail: string }>().detail]).toEqual([
        415,
        expect.stringContaining('message/rfc822'),
      ]);
      expect((await study.hand(Buffer.alloc(10 * 1024 ** 2 + 1, 'a'))).statusCode).toBe(413);
      expect((await study.hand(Buffer.from('x'), { query: '?dryRun=perhaps' })).statusCode).toBe(400);
    });
  });

  describe('is kept', () => {
    const secret = 'Ik lig in het Ziekenhuis';
    const stranger = 'geheim-adres@elders.example';

    it('sealed: no address and no word of it stands in the database', async () => {
      const invited = await invite();
      await study.receive(answerTo(invited, { comment: secret, from: stranger, fromName: 'Geheime Naam' }));
      await study.receive(
        rawWords({ from: stranger, fromName: 'Geheime Naam', subject: secret, text: secret }),
      );
      await study.receive(rawAnswer({ uid: invited.uid, attendee: stranger, comment: secret }));
      expect((await study.settle((await study.message()).id, 'recognise')).statusCode).toBe(303);
      await study.untilSent();
      await study.em().execute('delete from captured_message');
      const dump = await study.app.dump();
      for (const word of [
        secret,
        'Ziekenhuis',
        stranger,
        'geheim-adres',
        'Geheime Naam',
        invited.respondent.address,
      ])
        expect(dump.toLowerCase()).not.toContain(word.toLowerCase());
      expect((await study.app.page('coordinator', '/studies/STP/inbox')).body).not.toContain('undefined');
    });

    it('until the study’s date: then its words go, also those of answers, while all counts stay', async () => {
      const invited = await invite();
      await study.receive(answerTo(invited, { comment: secret }));
      await study.receive(rawWords({ from: invited.respondent.address, text: secret }));
      await study.receive(rawWords({ from: stranger, text: 'Van niemand' }));
      const counts = () =>
        study.rows(`select outcome, reason, count(*)::int from incoming_message group by 1, 2 order by 1, 2`);
      const kept = async (where = 'true') =>
        (
          await study.rows<{ kept: number }>(
            `select count(*)::int as kept from incoming_message where summary is not null and raw is not null and ${where}`,
          )
        )[0]!.kept;
      const before = await counts();
      const all = await kept();
      const job = study.app.get(RemoveOldMail);
      await study.app.within(() => job.remove());
      expect(await kept()).toBe(all);
      const [{ until } = { until: '' }] = await study.rows<{ until: string }>(
        `select ((contact_data_until + 1)::timestamp at time zone timezone)::text as until from study where code = 'STP'`,
      );
      const at = study.app.clock.at;
      study.app.clock.at = new Date(new Date(until).getTime() - 1000);
      await study.app.within(() => job.remove());
      expect(await kept('study_id is not null')).toBeGreaterThan(0);
      expect(await kept('study_id is null')).toBe(0);
      study.app.clock.at = new Date(new Date(until).getTime());
      await study.app.within(() => job.remove());
      expect(await kept()).toBe(0);
      expect(await counts()).toEqual(before);
      expect(await study.rows(`select 1 from incoming_message where status = 'waiting'`)).toEqual([]);
      const invitation = await study.invitation(invited.uid);
      expect([invitation.answer, invitation.answerNote]).toEqual(['accepted', null]);
      study.app.clock.at = at;
      const page = await study.app.page('coordinator', '/studies/STP/inbox');
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain(secret);
    });
  });
});
