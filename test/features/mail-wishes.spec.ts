import { Appointment } from '../../src/appointments/appointment.entity.js';
import { MailStop } from '../../src/appointments/mail-stop.entity.js';
import { Offer } from '../../src/appointments/offer.entity.js';
import { givenOffer } from '../support/given-respondents.js';
import { RemindedStudy, type SentLetter } from '../support/reminded-study.js';

const oneClick = { 'List-Unsubscribe': 'One-Click' };

describe("a mail program's button for less mail", () => {
  let study: RemindedStudy;

  const stopped = () => study.em().count(MailStop);
  const get = (url: string, accept = 'text/html') =>
    study.app.app.inject({ method: 'GET', url, headers: { accept } });
  const listHeaders = ({ kind, headers }: SentLetter) =>
    [kind, headers['List-Unsubscribe'], headers['List-Unsubscribe-Post']] as const;
  const offer = () => givenOffer(study.app, study.respondents[0]!.id, { slots: [study.slots[0]!] });

  beforeEach(async () => {
    study = await RemindedStudy.start();
  });
  afterEach(() => study.app.stop());

  it('stands in offers and reminders, not in what they need to know', async () => {
    const path = await study.accept(study.slots[0]!);
    const wish = `<http://localhost:3000${path}/mail>`;
    await study.runAt(study.slots[0]!, 24);
    const letters = await study.letters();
    expect(letters.map(listHeaders)).toEqual([
      ['offer', wish, undefined],
      ['interviewer-booked', undefined, undefined],
      ['appointment-booked', undefined, undefined],
      ['appointment-reminder', wish, undefined],
      ['interviewer-reminder', undefined, undefined],
    ]);
    const withLink = letters.filter(({ text }) => text.includes(`http://localhost:3000${path}/mail?lang=nl`));
    expect(withLink.map(({ kind }) => kind)).toEqual(['offer', 'appointment-reminder']);
  });

  it('opens a page that says what it does, and opening changes nothing', async () => {
    const { path } = await offer();
    const page = await get(`${path}/mail?List-Unsubscribe=One-Click&mail=stop`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Stuur mij die niet meer');
    expect(page.body).toContain(`href="${path}/decline"`);
    expect(await stopped()).toBe(0);
  });

  it('works with one post without cookies, as a form of either kind, and again', async () => {
    const { path } = await offer();
    const posted = await study.postByLink(`${path}/mail`, oneClick, '*/*');
    expect([posted.statusCode, posted.headers.location]).toEqual([200, undefined]);
    expect(posted.headers['set-cookie']).toBeUndefined();
    expect(await stopped()).toBe(1);
    const form = new FormData();
    form.append('List-Unsubscribe', 'One-Click');
    const encoded = new Response(form);
    const again = await study.app.app.inject({
      method: 'POST',
      url: `${path}/mail`,
      headers: { 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(again.statusCode).toBe(200);
    expect(await stopped()).toBe(1);
  });

  it.each<Record<string, string>>([{}, { 'List-Unsubscribe': 'yes' }, { mail: 'less' }])(
    'refuses %j',
    async (fields) => {
      const { path } = await offer();
      expect((await study.postByLink(`${path}/mail`, fields)).statusCode).toBe(422);
      expect((await study.postByLink('/r/unknown/mail', oneClick)).statusCode).toBe(404);
      expect(await stopped()).toBe(0);
    },
  );

  it('declines nothing: the offer can still be accepted, and that is confirmed by mail', async () => {
    const { path, slots } = await offer();
    await study.postByLink(`${path}/mail`, oneClick);
    expect(await study.em().find(Offer, {})).toMatchObject([{ status: 'open' }]);
    const accepted = await study.postByLink(`${path}/accept`, { slot: slots[0]!.id, consent: 'participate' });
    expect(accepted.statusCode).toBe(303);
    expect((await study.mailed()).map(({ kind }) => kind)).toContain('appointment-booked');
  });

  it('cancels nothing, ends the reminders, and changes are still told', async () => {
    const path = await study.accept(study.slots[0]!);
    await study.postByLink(`${path}/mail`, oneClick);
    const [appointment] = await study.em().find(Appointment, {});
    expect(appointment).toMatchObject({ status: 'scheduled' });
    await study.mailed();
    expect(await study.kindsAt(study.slots[0]!, 48)).toEqual([]);
    expect(await study.kindsAt(study.slots[0]!, 24)).toEqual(['interviewer-reminder']);
    await study.on(appointment!.id, 'cancel');
    expect((await study.mailed()).map(({ kind }) => kind)).toContain('appointment-cancelled');
  });

  it('keeps the team from offering by mail, and tells them why', async () => {
    const { path } = await offer();
    const { id } = study.respondents[0]!;
    await study.postByLink(`${path}/mail`, oneClick);
    const refused = await study.api('POST', `/respondents/${id}/offers`, { count: 2 });
    expect([refused.statusCode, refused.json<{ type: string }>().type]).toEqual([
      409,
      '/problems/mail-stopped',
    ]);
    expect(await study.em().find(Offer, {})).toMatchObject([{ status: 'open' }]);
    const page = (await study.app.page('coordinator', `/studies/STP/respondents/${id}`)).body;
    expect(page).toContain('Wil geen voorstellen en herinneringen per mail ontvangen.');
    expect(page).not.toContain(`respondents/${id}/offer"`);
    expect(page).toMatch(/Respondent<\/p><p>Wil geen voorstellen en herinneringen per mail meer/);
    const preview = await study.app.page(
      'coordinator',
      `/studies/STP/respondents/${id}/offer/preview?count=2`,
    );
    expect(preview.statusCode).toBe(409);
    expect(preview.body).toContain('Boek de afspraak zelf');
  });

  it('can be taken back on the page', async () => {
    const { path } = await offer();
    expect((await study.postByLink(`${path}/mail?lang=en`, { mail: 'stop' })).headers.location).toBe(
      `${path}/mail?lang=en`,
    );
    expect((await get(`${path}/mail`)).body).toContain('Stuur mij die toch weer');
    expect((await get(`${path}/mail`, 'application/json')).json()).toEqual({ mail: 'stopped' });
    expect((await study.postByLink(`${path}/mail`, { mail: 'resume' })).statusCode).toBe(303);
    expect((await get(`${path}/mail`, 'application/json')).json()).toEqual({ mail: 'wanted' });
    await offer();
    expect((await study.mailed()).filter(({ kind }) => kind === 'offer')).toHaveLength(2);
  });
});
