import { rawAnswer, type RawAnswer } from '../calendar/raw-answer.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import { InboxStudy, ownServer, type Invited } from '../support/inbox-study.js';

const minutes = (at: Date, n: number) => new Date(at.getTime() + n * 60_000);

describe('a mail that answers an invitation', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(30);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const answerTo = ({ uid, respondent }: Invited, more: Partial<RawAnswer> = {}) =>
    rawAnswer({ uid, attendee: respondent.address, ...more });
  const stands = async ({ uid }: Pick<Invited, 'uid'>) => {
    const { answer, answeredBy, answerSequence, answerStampedAt } = await study.invitation(uid);
    return { answer, by: answeredBy, sequence: answerSequence, stamp: answerStampedAt?.toISOString() };
  };
  const noted = async (subjectId: string) => {
    const entries = await study.rows<{ kind: string; data: object }>(
      `select kind, data from ledger_entry where subject_id = ? and kind like 'invitation.%' order by id`,
      [subjectId],
    );
    return entries.map(({ kind, data }) => [kind, data]);
  };
  const ids = ({ appointment, respondent }: Invited) => ({ appointment, participant: respondent.id });

  describe('of who was invited', () => {
    it.each([
      ['ACCEPTED', 'accepted'],
      ['TENTATIVE', 'tentative'],
    ])('says %s: only their answer changes', async (partstat, answer) => {
      const invited = await invite();
      const stampedAt = study.app.clock.at;
      expect(await study.effectOf(answerTo(invited, { partstat, stampedAt }))).toEqual({
        outcome: 'applied',
        reason: 'De genodigde heeft geantwoord; het antwoord is vastgelegd.',
        waits: false,
        ...ids(invited),
        changes: { incoming_message: 1, invitation: 1, ledger_entry: 1 },
      });
      const stamp = stampedAt.toISOString();
      expect(await stands(invited)).toEqual({ answer, by: 'calendar', sequence: 0, stamp });
      const facts = { appointment: invited.appointment, participant: 'respondent', by: 'calendar' };
      expect(await noted(invited.respondent.id)).toEqual([
        ['invitation.answered', { ...facts, answer, onBehalf: false }],
      ]);
    });

    it('says DECLINED: who plans is told, and the appointment stays', async () => {
      const invited = await invite();
      const { changes, outcome } = await study.effectOf(answerTo(invited, { partstat: 'DECLINED' }));
      expect([outcome, changes]).toEqual([
        'applied',
        { incoming_message: 1, invitation: 1, ledger_entry: 1, outbox_message: 1 },
      ]);
      const [letter] = await study.letters({ kind: 'answer-declined', subjectId: invited.appointment });
      expect(letter!.text).toContain(invited.respondent.pseudonym);
      expect(letter!.text).not.toContain(invited.respondent.address);
      await study.effectOf(
        answerTo(invited, { partstat: 'DECLINED', stampedAt: minutes(study.app.clock.at, 1) }),
      );
      expect(await study.letters({ kind: 'answer-declined', subjectId: invited.appointment })).toHaveLength(
        1,
      );
    });

    it.each(
      Object.entries(sampleMessages)
        .slice(0, 9)
        .map(([name, sample]) => ({ name, sample })),
    )('is applied as $name writes it', async ({ sample }) => {
      const invited = await invite();
      const { uid, start, end, respondent } = invited;
      const raw = sample({
        uid,
        start,
        end,
        attendee: respondent.address,
        organizer: 'planning@localhost',
        sequence: 0,
      });
      const { outcome, waits, ...about } = await study.receive(raw);
      expect([outcome, waits, about]).toEqual(['applied', false, expect.objectContaining(ids(invited))]);
      expect((await stands(invited)).answer).not.toBe('needs-action');
    });

    it('came twice, also in other words and from another server', async () => {
      const invited = await invite();
      const raw = answerTo(invited);
      await study.receive(raw);
      expect(await study.effectOf(raw)).toMatchObject({ outcome: 'duplicate', ...ids(invited), changes: {} });
      const relayed = Buffer.concat([Buffer.from('Received: from a by b\r\n'), raw]);
      expect(await study.effectOf(relayed)).toMatchObject({ outcome: 'duplicate', changes: {} });
      const copy = answerTo(invited, { header: ['X-Copy: 1'], sentAt: minutes(study.app.clock.at, 9) });
      expect(await study.effectOf(copy)).toMatchObject({
        outcome: 'duplicate',
        reason: 'Dit antwoord was al bekend.',
        changes: { incoming_message: 1 },
      });
    });

    it('ends the same in both orders of arrival', async () => {
      const [one, other] = [await invite(), await invite()];
      const both = (invited: Invited) => [
        answerTo(invited, { partstat: 'ACCEPTED', stampedAt: new Date('2027-01-04T09:10:00Z') }),
        answerTo(invited, { partstat: 'DECLINED', stampedAt: new Date('2027-01-04T09:11:00Z') }),
      ];
      for (const raw of both(one)) await study.receive(raw);
      const [late, first] = both(other);
      await study.receive(first!);
      expect(await study.effectOf(late!)).toMatchObject({
        outcome: 'stale',
        changes: { incoming_message: 1 },
      });
      expect(await stands(other)).toEqual(await stands(one));
      expect((await stands(one)).answer).toBe('declined');
    });

    it('is from an assistant, who is noted, sealed', async () => {
      const invited = await invite();
      const from = 'assistent@kantoor.example';
      const raw = answerTo(invited, { from, parameters: `;SENT-BY="mailto:${from}"`, comment: 'Namens' });
      expect(await study.receive(raw)).toMatchObject({
        outcome: 'applied',
        reason: 'Iemand anders heeft namens de genodigde geantwoord; het antwoord is vastgelegd.',
      });
      expect((await study.invitation(invited.uid)).answerNote).not.toBeNull();
      expect(await study.app.dump()).not.toMatch(/assistent@kantoor|Namens/);
    });

    it('says nothing yet, or does not say who', async () => {
      const invited = await invite();
      const changes = { incoming_message: 1 };
      expect(await study.effectOf(answerTo(invited, { partstat: 'NEEDS-ACTION' }))).toMatchObject({
        outcome: 'ignored',
        waits: false,
        changes,
      });
      const nobody = Buffer.from(String(answerTo(invited)).replace(/ATTENDEE[^\r]*\r\n/, ''));
      expect(await study.effectOf(nobody)).toMatchObject({ outcome: 'unreadable', waits: true, changes });
      expect(await study.effectOf(answerTo(invited, { method: 'CANCEL' }))).toMatchObject({
        outcome: 'ignored',
        changes,
      });
    });

    it('has a sender that our own mail server calls forged', async () => {
      const invited = await invite();
      const verdict = (server: string) =>
        `Authentication-Results: ${server}; dmarc=fail (p=reject) header.from=x`;
      for (const method of ['REPLY', 'REFRESH'] as const) {
        const raw = answerTo(invited, { method, header: [verdict(ownServer)] });
        expect(await study.effectOf(raw)).toMatchObject({
          outcome: 'stranger',
          waits: true,
          ...ids(invited),
          changes: { incoming_message: 1 },
        });
      }
      const elsewhere = answerTo(invited, { header: [verdict('mx.elsewhere.example')], comment: 'x' });
      expect((await study.receive(elsewhere)).outcome).toBe('applied');
    });
  });

  describe('of an interviewer', () => {
    it('stands at the appointment, not with the respondent', async () => {
      const invited = await invite();
      const { email } = (
        await study.rows<{ email: string }>(`select email from account where id = ?`, [invited.interviewer])
      )[0]!;
      const raw = rawAnswer({ uid: invited.interviewerUid, attendee: email, partstat: 'DECLINED' });
      expect(await study.effectOf(raw)).toMatchObject({
        outcome: 'applied',
        appointment: invited.appointment,
        participant: invited.interviewer,
        changes: { incoming_message: 1, invitation: 1, ledger_entry: 1, outbox_message: 1 },
      });
      expect(await noted(invited.appointment)).toEqual([
        ['invitation.answered', expect.objectContaining({ answer: 'declined', participant: 'interviewer' })],
      ]);
      expect(await noted(invited.respondent.id)).toEqual([]);
      expect((await study.invitation(invited.uid)).answer).toBe('needs-action');
    });
  });

  describe('of somebody else', () => {
    it('changes nobody, whatever it says', async () => {
      const invited = await invite();
      const attendee = 'vreemd@elders.example';
      const raw = rawAnswer({ uid: invited.uid, attendee });
      expect(await study.effectOf(raw)).toEqual({
        outcome: 'stranger',
        reason: 'Iemand die niet is uitgenodigd heeft geantwoord. Er is niets veranderd.',
        waits: true,
        ...ids(invited),
        changes: { incoming_message: 1 },
      });
      const beside = rawAnswer({
        uid: invited.uid,
        attendee,
        more: [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${invited.respondent.address}`],
      });
      expect(await study.effectOf(beside)).toMatchObject({
        outcome: 'stranger',
        changes: { incoming_message: 1 },
      });
    });

    it('to an invitation that is none of ours waits, with nobody', async () => {
      const raw = rawAnswer({ uid: 'f'.repeat(32), attendee: 'vreemd@elders.example' });
      expect(await study.effectOf(raw)).toEqual({
        outcome: 'stranger',
        reason: 'Het antwoord hoort bij geen van onze uitnodigingen.',
        waits: true,
        changes: { incoming_message: 1 },
      });
    });

    it('to the invitation of one respondent by another changes neither', async () => {
      const [one, other] = [await invite(), await invite()];
      const raw = rawAnswer({ uid: one.uid, attendee: other.respondent.address });
      expect(await study.effectOf(raw)).toMatchObject({ waits: true, changes: { incoming_message: 1 } });
      expect([(await stands(one)).answer, (await stands(other)).answer]).toEqual([
        'needs-action',
        'needs-action',
      ]);
    });

    it('counts once somebody says that this is them, and from then on', async () => {
      const invited = await invite();
      const attendee = 'prive@thuis.example';
      const raw = rawAnswer({ uid: invited.uid, attendee, partstat: 'TENTATIVE' });
      expect((await study.receive(raw)).waits).toBe(true);
      const { id } = await study.message();
      const before = await study.digests();
      expect(await study.saidAfter(id, 'recognise')).toContain('Het adres is onthouden. De genodigde heeft');
      expect(await study.changesSince(before)).toEqual({
        incoming_message: 1,
        invitation: 1,
        known_address: 1,
        // Settled, answered, and the page that said so read whose address was asked about.
        ledger_entry: 3,
      });
      expect((await stands(invited)).answer).toBe('tentative');
      expect((await study.message({ id })).status).toBe('recognised');
      const later = rawAnswer({ uid: invited.uid, attendee, stampedAt: minutes(study.app.clock.at, 1) });
      expect((await study.receive(later)).outcome).toBe('applied');
      expect((await stands(invited)).answer).toBe('accepted');
      expect(await study.saidAfter(id, 'recognise')).toContain('wacht niet meer');
    });

    it('is recognised once when two press at the same time', async () => {
      const invited = await invite();
      await study.receive(rawAnswer({ uid: invited.uid, attendee: 'prive@thuis.example' }));
      const { id } = await study.message();
      const before = await study.digests();
      const answers = await Promise.all([1, 2, 3].map(() => study.settle(id, 'recognise')));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
      expect(await study.changesSince(before)).toEqual({
        incoming_message: 1,
        invitation: 1,
        known_address: 1,
        ledger_entry: 2,
      });
    });
  });

  describe('of a substitute', () => {
    const els = 'els@elders.example';
    const delegation = `;DELEGATED-TO="mailto:${els}"`;
    const byBoth = (invited: Invited, more: Partial<RawAnswer> = {}) =>
      rawAnswer({
        uid: invited.uid,
        attendee: els,
        parameters: `;DELEGATED-FROM="mailto:${invited.respondent.address}"`,
        more: [`ATTENDEE;PARTSTAT=DELEGATED${delegation}:mailto:${invited.respondent.address}`],
        ...more,
      });
    const substitute = async ({ uid }: Invited) => {
      const { answer, substituteAnswer } = await study.invitation(uid);
      return [answer, substituteAnswer];
    };

    it('counts beside that of who was invited, in an order of its own', async () => {
      const invited = await invite();
      expect(
        await study.receive(answerTo(invited, { partstat: 'DELEGATED', parameters: delegation })),
      ).toMatchObject({ outcome: 'applied', reason: expect.stringContaining('stuurt iemand anders') });
      const stampedAt = study.app.clock.at;
      expect(await study.effectOf(byBoth(invited, { stampedAt }))).toMatchObject({
        outcome: 'applied',
        changes: { incoming_message: 1, invitation: 1, ledger_entry: 1 },
      });
      expect(await substitute(invited)).toEqual(['declined', 'accepted']);
      const older = byBoth(invited, { partstat: 'DECLINED', stampedAt: minutes(stampedAt, -1) });
      expect(await study.effectOf(older)).toMatchObject({
        outcome: 'stale',
        changes: { incoming_message: 1 },
      });
      expect(await substitute(invited)).toEqual(['declined', 'accepted']);
      expect(await study.app.dump()).not.toContain(els);
    });

    it('that comes first waits, and counts as the substitute’s once the invitee has said so', async () => {
      const invited = await invite();
      expect(await study.receive(byBoth(invited))).toMatchObject({
        outcome: 'from-another-address',
        waits: true,
      });
      const { id } = await study.message();
      await study.receive(answerTo(invited, { partstat: 'DELEGATED', parameters: delegation }));
      expect(await study.saidAfter(id, 'recognise')).toContain('De vervanger die de genodigde noemde');
      expect(await substitute(invited)).toEqual(['declined', 'accepted']);
      const { participantId } = await study.invitation(invited.uid);
      expect(
        await study.rows(`select 1 from known_address where participant_id = ?`, [participantId]),
      ).toEqual([]);
    });
  });
});
