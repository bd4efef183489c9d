import { rawAnswer, rawWords } from '../calendar/raw-answer.js';
import { sampleMessages } from '../calendar/sample-messages.js';
import { InboxStudy, ownServer, type Invited } from '../support/inbox-study.js';

const nobody = '0'.repeat(32);

describe('a mail that is no answer of a calendar', () => {
  let study: InboxStudy;
  let next = 0;

  beforeAll(async () => {
    study = await InboxStudy.start(16);
  });
  afterAll(() => study.stop());

  const invite = () => study.invite(next++);
  const given = ({ uid, start, end, respondent }: Invited) => ({
    uid,
    start,
    end,
    attendee: respondent.address,
    organizer: 'planning@localhost',
    sequence: 0,
  });
  const bounceOf = (invited: Invited, change: (text: string) => string = (text) => text) =>
    Buffer.from(change(String(sampleMessages.bounce(given(invited)))));
  const kindsOf = async (subjectId: string) =>
    (
      await study.rows<{ kind: string }>(
        `select kind from ledger_entry where subject_id = ? and kind in ('contact.wrote', 'contact.out-of-office', 'mail.bounced') order by id`,
        [subjectId],
      )
    ).map(({ kind }) => kind);
  const mailOf = async ({ uid }: Pick<Invited, 'uid'>) => {
    await study.untilSent();
    const [mail] = await study.rows<{ id: string; status: string; lastError: string; messageId: string }>(
      `select id, status, last_error as "lastError", message_id as "messageId" from outbox_message where calendar_uid = ? order by id desc`,
      [uid],
    );
    return mail!;
  };
  const inbox = async () => (await study.app.page('coordinator', '/studies/STP/inbox')).body;

  describe('but a bounce', () => {
    it.each([
      ['the calendar object in it', (text: string) => text],
      [
        'its Message-ID',
        (text: string, id: string) =>
          text.replace('<9d1c7a52@study.example>', id).replaceAll(/UID:.*/g, `UID:${nobody}`),
      ],
    ])('marks the mail that came back, known by %s; the overview shows it', async (_, change) => {
      const invited = await invite();
      const { messageId } = await mailOf(invited);
      expect(await study.effectOf(bounceOf(invited, (text) => change(text, messageId)))).toEqual({
        outcome: 'bounce',
        reason: 'Een e-mail van ons kon niet worden bezorgd; die is zo gemarkeerd.',
        waits: false,
        appointment: invited.appointment,
        participant: invited.respondent.id,
        changes: { incoming_message: 1, ledger_entry: 1, outbox_message: 1 },
      });
      expect(await mailOf(invited)).toMatchObject({ status: 'bounced', lastError: '550 5.1.1' });
      expect(await kindsOf(invited.respondent.id)).toEqual(['mail.bounced']);
      const overview = (await study.app.page('coordinator', '/studies/STP')).body;
      expect(overview).toContain(`E-mail niet aangekomen: ${invited.respondent.pseudonym}`);
      expect((await study.invitation(invited.uid)).answer).toBe('needs-action');
    });

    it('that comes twice changes nothing more', async () => {
      const invited = await invite();
      await study.receive(bounceOf(invited));
      const again = bounceOf(invited, (text) => text.replace('20261124100000', '20261124100001'));
      expect(await study.effectOf(again)).toMatchObject({
        outcome: 'bounce',
        changes: { incoming_message: 1 },
      });
    });

    it('of a delay marks nothing', async () => {
      const invited = await invite();
      const late = bounceOf(invited, (text) =>
        text.replace('Action: failed', 'Action: delayed').replace('Status: 5.1.1', 'Status: 4.4.1'),
      );
      expect(await study.effectOf(late)).toMatchObject({
        outcome: 'bounce',
        reason: expect.stringContaining('vertraagd'),
        waits: false,
        changes: { incoming_message: 1 },
      });
      expect((await mailOf(invited)).status).toBe('sent');
    });

    it('that names only an address proves nothing: a person looks at it', async () => {
      const invited = await invite();
      const bare = bounceOf(invited, (text) =>
        text.replace(/--4F1B[^\r]*\r\nContent-Description: Undelivered[^]*$/, ''),
      );
      expect(await study.effectOf(bare)).toEqual({
        outcome: 'bounce',
        reason: 'Een e-mail kon niet worden bezorgd, maar niet duidelijk is welke.',
        waits: true,
        participant: invited.respondent.id,
        changes: { incoming_message: 1 },
      });
      expect((await mailOf(invited)).status).toBe('sent');
      expect(await inbox()).toContain(invited.respondent.pseudonym);
    });

    it('from a sender that our own mail server calls forged is not believed', async () => {
      const invited = await invite();
      const forged = bounceOf(
        invited,
        (text) => `Authentication-Results: ${ownServer}; dmarc=fail (p=reject)\r\n${text}`,
      );
      expect(await study.effectOf(forged)).toMatchObject({
        outcome: 'stranger',
        waits: true,
        changes: { incoming_message: 1 },
      });
      expect((await mailOf(invited)).status).toBe('sent');
    });

    it('with an answer of ours inside is never taken for that answer', async () => {
      const invited = await invite();
      const dressed = bounceOf(invited, (text) =>
        text.replace('METHOD:REQUEST', 'METHOD:REPLY').replace('method=REQUEST', 'method=REPLY'),
      );
      expect((await study.receive(dressed)).outcome).toBe('bounce');
      expect((await study.invitation(invited.uid)).answer).toBe('needs-action');
    });
  });

  describe('but a program’s reply', () => {
    it('stands in the history of the respondent, and waits for nobody', async () => {
      const invited = await invite();
      expect(await study.effectOf(sampleMessages.outOfOffice(given(invited)))).toMatchObject({
        outcome: 'ignored',
        waits: false,
        participant: invited.respondent.id,
        changes: { incoming_message: 1, ledger_entry: 1 },
      });
      expect(await kindsOf(invited.respondent.id)).toEqual(['contact.out-of-office']);
      const page = `/studies/STP/respondents/${invited.respondent.id}`;
      expect((await study.app.page('coordinator', page)).body).toMatch(/[Aa]fwezig/);
    });
  });

  describe('but somebody’s words', () => {
    it('wait for a person who reads them, with whom they are from', async () => {
      const invited = await invite();
      expect(await study.effectOf(sampleMessages.humanAnswer(given(invited)))).toMatchObject({
        outcome: 'unreadable',
        reason: 'Iemand heeft geschreven, zonder antwoord voor de agenda.',
        waits: true,
        participant: invited.respondent.id,
        changes: { incoming_message: 1, ledger_entry: 1 },
      });
      expect(await kindsOf(invited.respondent.id)).toEqual(['contact.wrote']);
      const page = await inbox();
      expect(page).toContain('graag op het stadskantoor');
      expect(page).not.toContain('U bent uitgenodigd');
      const { id } = await study.message({ participantId: invited.respondent.id });
      const before = await study.digests();
      const said = await study.settle(id, 'dismiss');
      expect(said.statusCode).toBe(303);
      expect(await study.changesSince(before)).toEqual({ incoming_message: 1, ledger_entry: 1 });
      expect(await study.saidAfter(id, 'reopen')).toContain('wacht weer');
      expect((await study.message({ id })).status).toBe('waiting');
    });

    it('in answer to a mail of ours are about what that was about', async () => {
      const invited = await invite();
      const { messageId } = await mailOf(invited);
      const raw = rawWords({ from: 'vreemd@elders.example', header: [`In-Reply-To: ${messageId}`] });
      expect(await study.receive(raw)).toMatchObject({ waits: true, appointment: invited.appointment });
    });

    it('of a stranger belong to no study, and only an owner reads them', async () => {
      const text = 'Een geheim van een onbekende.';
      const { waits, participant } = await study.receive(rawWords({ from: 'vreemd@elders.example', text }));
      expect([waits, participant]).toEqual([true, undefined]);
      expect(await inbox()).not.toContain(text);
      expect((await study.app.page('owner', '/studies/STP/inbox')).body).toContain(text);
      const { id } = await study.message({ studyId: null });
      expect((await study.settle(id, 'dismiss')).statusCode).toBe(404);
      expect((await study.settle(id, 'dismiss', {}, 'owner')).statusCode).toBe(303);
    });

    it.each(['<script>alert(1)</script>', '" onload=x', '&lt;b&gt;'])(
      'are shown as words: %s',
      async (text) => {
        const invited = await invite();
        await study.receive(rawWords({ from: invited.respondent.address, subject: text, text }));
        const page = await inbox();
        expect(page).not.toContain('<script>alert');
        expect(page).toContain(
          text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
        );
      },
    );

    it('that are an invitation of their own stand in the history, since no organizer may answer here', async () => {
      const invited = await invite();
      const raw = rawAnswer({ uid: nobody, attendee: invited.respondent.address, method: 'REQUEST' });
      expect(await study.receive(raw)).toMatchObject({
        outcome: 'ignored',
        waits: false,
        participant: invited.respondent.id,
      });
    });
  });

  it('but winmail.dat waits', async () => {
    const invited = await invite();
    expect(await study.effectOf(sampleMessages.winmail(given(invited)))).toMatchObject({
      outcome: 'unreadable',
      waits: true,
      participant: invited.respondent.id,
      changes: { incoming_message: 1 },
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(1000)],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256))],
    ['a letter without a header', Buffer.from('Beste planning,\r\n\r\nTot dan.\r\n')],
  ])('but %s waits unread', async (_, raw) => {
    const response = await study.hand(raw);
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { outcome: 'unreadable', reason: 'Dit is geen leesbaar e-mailbericht.', waits: true },
    ]);
  });
});
