import { Accounts } from '../../src/auth/accounts.service.js';
import { CapabilityLink } from '../../src/auth/capability-link.entity.js';
import { CapabilityLinks } from '../../src/auth/capability-links.service.js';
import { PasswordLinks } from '../../src/auth/password-links.service.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { outboxContext } from '../../src/mail/delivery-names.js';
import type { Letter } from '../../src/mail/letter.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { SmallApp } from '../support/small-app.js';

const html = { accept: 'text/html' };
const later = new Date('2027-02-01T00:00:00Z');

describe('capability links', () => {
  let app: SmallApp;
  let links: CapabilityLinks;
  const request = { purpose: 'respondent', studyId: newId(), subjectId: newId() } as const;
  const ensure = (changes: { expiresAt?: Date | null } = {}) =>
    app.transactionally(() => links.ensure({ ...request, ...changes }));
  const find = (token: string) => app.within(() => links.find('respondent', token));

  beforeEach(async () => {
    app = await SmallApp.start();
    links = app.get(CapabilityLinks);
  });
  afterEach(() => app.stop());

  it('open what they stand for, and store neither token nor anything that makes it', async () => {
    const { id, token } = await ensure();
    const { studyId, subjectId } = request;
    expect(await find(token)).toEqual({ id, studyId, subjectId, expired: false, revoked: false });
    const [row] = await app.database.orm.em.fork().findAll(CapabilityLink);
    expect(new Cipher('another secret of more than 32 characters').linkToken(row!.nonce)).not.toBe(token);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('stay the same for the same person', async () => {
    expect(await ensure()).toEqual(await ensure());
    expect(await app.database.orm.em.fork().count(CapabilityLink)).toBe(1);
  });

  it('open nothing for another purpose or a token that is none', async () => {
    const { token } = await ensure();
    expect(await app.within(() => links.find('board-member', token))).toBeNull();
    const changed = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    for (const wrong of [changed, token.slice(1), `${token}x`, "' or 1=1", ''])
      expect(await find(wrong)).toBeNull();
  });

  it('say that they have expired, and are then followed by a new one', async () => {
    const old = await ensure({ expiresAt: later });
    app.clock.at = later;
    expect(await find(old.token)).toMatchObject({ expired: true, revoked: false });
    expect((await ensure()).token).not.toBe(old.token);
  });

  it('are prolonged, never shortened', async () => {
    const { token } = await ensure({ expiresAt: later });
    await ensure({ expiresAt: new Date('2027-01-05T00:00:00Z') });
    app.clock.at = new Date('2027-01-31T00:00:00Z');
    expect(await find(token)).toMatchObject({ expired: false });
    await ensure();
    app.clock.at = new Date('2028-01-01T00:00:00Z');
    expect(await find(token)).toMatchObject({ expired: false });
  });

  it('close when they are revoked or replaced', async () => {
    const first = await ensure();
    const second = await app.transactionally(() => links.replace(request));
    expect(await find(first.token)).toMatchObject({ revoked: true });
    const revoked = await Promise.all([1, 2, 3].map(() => app.within(() => links.revoke(second.id))));
    expect(revoked.filter(Boolean)).toHaveLength(1);
    expect(await find(second.token)).toMatchObject({ revoked: true });
  });
});

const pathIn = ({ text }: Letter) => /http:\/\/localhost:3000(\/welcome\/\S+)/.exec(text)![1]!;

describe('the link to choose a password', () => {
  let app: SmallApp;
  const email = 'anna@example.org';
  const good = { password: 'een lange zin om te onthouden', repeat: 'een lange zin om te onthouden' };
  const letters = async () => {
    const rows = await app.database.orm.em.fork().find(OutboxMessage, {}, { orderBy: { id: 'asc' } });
    return rows.map(({ id, sealed }) =>
      app.get(Cipher).openJson<Letter>('outbox', outboxContext(id), sealed),
    );
  };
  const show = (url: string) => app.inject({ method: 'GET', url, headers: html });
  const forgot = (address: string) => app.post('/forgot', { email: address }, { 'accept-language': 'nl' });
  const welcome = () =>
    app.within(async () => {
      const account = await app.get(Accounts).ensure({ email, name: 'Anna de Vries', language: 'en' });
      await app.get(PasswordLinks).welcome(account, null);
    });

  beforeEach(async () => {
    app = await SmallApp.start();
  });
  afterEach(() => app.stop());

  it('arrives by mail in the language of the account, and signs nobody in before the form is posted', async () => {
    await welcome();
    const [letter] = await letters();
    expect(letter!.subject).toBe('Your account with Veldwerk');
    const path = pathIn(letter!);
    for (let scans = 0; scans < 3; scans++) expect((await show(path)).statusCode).toBe(200);
    expect((await app.post('/sign-in', { email, password: good.password })).statusCode).toBe(401);
  });

  it('works once, also when the form is sent twice at the same time', async () => {
    await welcome();
    const path = pathIn((await letters())[0]!);
    const answers = await Promise.all([1, 2, 3].map(() => app.post(path, good)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 410, 410]);
    expect((await app.post('/sign-in', { email, password: good.password })).statusCode).toBe(303);
    expect((await show(path)).statusCode).toBe(410);
  });

  it('asks for a password that is long enough and typed twice the same, in words', async () => {
    await welcome();
    const path = pathIn((await letters())[0]!);
    const short = await app.post(path, { password: 'kort', repeat: 'kort' }, { 'accept-language': 'nl' });
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('Gebruik ten minste 12 tekens.');
    const other = await app.post(
      path,
      { ...good, repeat: 'iets heel anders dan dat' },
      { 'accept-language': 'nl' },
    );
    expect(other.body).toContain('De twee wachtwoorden zijn niet gelijk.');
  });

  it('can be asked for again, with the same answer whoever asks', async () => {
    await welcome();
    const [known, unknown] = [await forgot(email), await forgot('nobody@example.org')];
    expect(known.statusCode).toBe(200);
    expect(known.body).toBe(unknown.body);
    const [first, second, ...others] = await letters();
    expect(others).toEqual([]);
    expect((await show(pathIn(first!))).statusCode).toBe(410);
    expect((await show(pathIn(second!))).statusCode).toBe(200);
  });

  it('is mailed five times at most in a quarter of an hour, and the answer stays the same', async () => {
    await welcome();
    const answers = await Promise.all(Array.from({ length: 8 }, () => forgot(email)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode}${body}`)).size).toBe(1);
    expect(await letters()).toHaveLength(1 + 5);
  });

  it('expires after seven days', async () => {
    await welcome();
    const path = pathIn((await letters())[0]!);
    app.clock.pass(7 * 24 * 60);
    expect((await show(path)).statusCode).toBe(410);
    expect((await app.post(path, good)).statusCode).toBe(410);
  });
});
