import { Controller, Get, Post } from '@nestjs/common';
import type { LightMyRequestResponse } from 'fastify';
import type { Actor } from '../../src/auth/actor.js';
import { Accounts } from '../../src/auth/accounts.service.js';
import { Account } from '../../src/auth/account.entity.js';
import { AuthJobs } from '../../src/auth/auth.jobs.js';
import { CurrentActor } from '../../src/auth/current-actor.js';
import { Session } from '../../src/auth/session.entity.js';
import { SignInAttempt } from '../../src/auth/sign-in-attempt.entity.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import { SmallApp } from '../support/small-app.js';

const email = 'anna@example.org';
const password = 'een lange zin om te onthouden';
const studyId = '01990a4e-7b00-7000-8000-00000000abcd';

@Controller('api/v1/who')
class WhoController {
  @Get()
  who(@CurrentActor() actor: Actor) {
    return { email: actor.email, roles: Object.fromEntries(actor.roles) };
  }

  @Post()
  change(@CurrentActor() actor: Actor) {
    return { email: actor.email };
  }
}

const html = { accept: 'text/html' };
const sessionCookie = (answer: LightMyRequestResponse) =>
  answer.cookies.find(({ name }) => name.endsWith('veldwerk_session'));

const cookieOf = (answer: LightMyRequestResponse) => {
  const { name, value } = sessionCookie(answer)!;
  return { cookie: `${name}=${value}` };
};

describe('signing in', () => {
  let app: SmallApp;
  let accountId: string;

  const signIn = (given: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    app.post('/sign-in', { email, password, ...given }, headers);
  const tokenOn = async (cookie: { cookie: string }) => {
    const { body } = await app.inject({ method: 'GET', url: '/account', headers: { ...html, ...cookie } });
    return /name="_csrf" value="([^"]+)"/.exec(body)![1]!;
  };
  const who = (headers: Record<string, string>) => app.inject({ method: 'GET', url: '/api/v1/who', headers });
  const openApi = (given: object, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'POST', url: '/api/v1/sessions', payload: given, remoteAddress });

  beforeEach(async () => {
    app = await SmallApp.start({ controllers: [WhoController] });
    accountId = await app.transactionally(async () => {
      const { id } = await app.get(Accounts).ensure({ email: 'Anna@Example.org', name: 'Anna de Vries' });
      await app.get(Accounts).setPassword(id, password);
      await app.get(StudyRoles).grant({ studyId, accountId: id, role: 'coordinator' }, null);
      return id;
    });
  });
  afterEach(() => app.stop());

  it('opens a session whose cookie scripts cannot read, and whose token is not in the database', async () => {
    const answer = await signIn({ returnTo: '/studies/STP' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/studies/STP');
    const cookie = sessionCookie(answer)!;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const [session] = await app.database.orm.em.fork().findAll(Session);
    expect(session!.tokenHash.toString('utf8')).not.toContain(cookie.value);
    const account = await app.inject({
      method: 'GET',
      url: '/account',
      headers: { ...html, ...cookieOf(answer) },
    });
    expect(account.statusCode).toBe(200);
    expect(account.body).toContain('Anna de Vries');
  });

  it('marks the cookie __Host- and Secure when the product lives behind https', async () => {
    const secure = await SmallApp.start({ config: { publicUrl: 'https://veldwerk.example.org' } });
    await secure.within(async () => {
      const { id } = await secure.get(Accounts).ensure({ email, name: 'Anna' });
      await secure.get(Accounts).setPassword(id, password);
    });
    const answer = await secure.post('/sign-in', { email, password });
    expect(sessionCookie(answer)).toMatchObject({ name: '__Host-veldwerk_session', secure: true, path: '/' });
    await secure.stop();
  });

  it('never leads to another site', async () => {
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await signIn({ returnTo })).headers.location).toBe('/');
  });

  it('says the same for a wrong password, an unknown address and an account without a password', async () => {
    await app.within(() => app.get(Accounts).ensure({ email: 'new@example.org', name: 'New' }));
    const answers = [
      await openApi({ email, password: 'wrong' }),
      await openApi({ email: 'nobody@example.org', password }),
      await openApi({ email: 'new@example.org', password: 'x' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('shows the form again with the address, in words, without the password', async () => {
    const answer = await signIn({ password: 'mis' }, { 'accept-language': 'nl' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Het e-mailadres of het wachtwoord klopt niet.');
    expect(answer.body).toContain(email);
    expect(answer.body).not.toContain('value="mis"');
  });

  it('stops after five failures for one address, until the quarter of an hour is over', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 6; attempt++)
      statuses.push((await openApi({ email, password: 'wrong' }, `192.0.2.${attempt}`)).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const blocked = await signIn();
    expect(blocked.statusCode).toBe(429);
    expect(blocked.headers['retry-after']).toBe('900');
    app.clock.pass(15);
    expect((await signIn()).statusCode).toBe(303);
  });

  it('does not let parallel guesses past the limit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => openApi({ email, password: 'wrong' })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(15);
  });

  it('stops one client that tries many addresses, and nobody else', async () => {
    const guess = (n: number) => openApi({ email: `person${n}@example.org`, password: 'x' }, '198.51.100.7');
    const statuses = await Promise.all(Array.from({ length: 31 }, (_, n) => guess(n)));
    expect(statuses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    expect((await openApi({ email, password })).statusCode).toBe(201);
  });

  it('forgets failures of the address after a success, and stores no address', async () => {
    await openApi({ email, password: 'wrong' });
    const [counted] = await app.database.orm.em.fork().findAll(SignInAttempt);
    expect(counted!.keyHash).toHaveLength(32);
    for (let attempt = 0; attempt < 8; attempt++)
      expect((await openApi({ email, password })).statusCode).toBe(201);
  });

  it('gives scripts a token with the roles of the account, until they give it back', async () => {
    const opened = (await openApi({ email, password })).json<{ token: string; expiresAt: string }>();
    expect(opened.expiresAt).toBe('2027-01-04T21:00:00.000Z');
    const headers = { authorization: `Bearer ${opened.token}` };
    expect((await who(headers)).json()).toEqual({ email, roles: { [studyId]: 'coordinator' } });
    expect(
      (await app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers })).statusCode,
    ).toBe(204);
    expect((await who(headers)).statusCode).toBe(401);
  });

  it('asks strangers to sign in: pages with a redirect, the API with a problem', async () => {
    const shown = await app.inject({ method: 'GET', url: '/account?x=1', headers: html });
    expect(shown.statusCode).toBe(303);
    expect(shown.headers.location).toBe('/sign-in?returnTo=%2Faccount%3Fx%3D1');
    const refused = await who({ authorization: 'Bearer wrong' });
    expect(refused.statusCode).toBe(401);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect(refused.json()).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
  });

  it('takes a token only the way it was given out', async () => {
    const { cookie } = cookieOf(await signIn());
    const [name, value] = cookie.split('=');
    expect((await who({ authorization: `Bearer ${value}` })).statusCode).toBe(401);
    const { token } = (await openApi({ email, password })).json<{ token: string }>();
    expect((await who({ cookie: `${name}=${token}` })).statusCode).toBe(401);
  });

  it('lets a cookie change something only with the token of its own session', async () => {
    const [mine, other] = [cookieOf(await signIn()), cookieOf(await signIn())];
    const [token, foreign] = [await tokenOn(mine), await tokenOn(other)];
    const change = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/api/v1/who', headers: { ...mine, ...headers } });
    expect(token).not.toBe(foreign);
    expect((await change({})).statusCode).toBe(403);
    expect((await change({ 'x-csrf-token': foreign })).statusCode).toBe(403);
    expect((await change({ 'x-csrf-token': token })).statusCode).toBe(201);
    expect((await app.post('/account/language', { language: 'en' }, mine)).statusCode).toBe(403);
    expect((await app.post('/account/language', { language: 'en', _csrf: token }, mine)).statusCode).toBe(
      303,
    );
  });

  it('refuses a sign-in form on another site', async () => {
    expect((await signIn({}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await signIn({}, { origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  it('ends the session on signing out, and the earlier one of the browser on signing in again', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn({}, first));
    expect((await who(first)).statusCode).toBe(401);
    const answer = await app.post('/sign-out', { _csrf: await tokenOn(second) }, second);
    expect(answer.headers.location).toBe('/sign-in');
    expect((await who(second)).statusCode).toBe(401);
  });

  it('keeps a session in use for seven days at most, an unused one for twelve hours', async () => {
    const used = cookieOf(await signIn());
    const unused = cookieOf(await signIn());
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      app.clock.pass(8 * 60);
      expect((await who(used)).statusCode).toBe(200);
    }
    expect((await who(unused)).statusCode).toBe(401);
    app.clock.pass(8 * 60);
    expect((await who(used)).statusCode).toBe(401);
    await app.within(() => app.get(AuthJobs).tidy());
    expect(await app.database.orm.em.fork().count(Session)).toBe(0);
  });

  it('ends with the account', async () => {
    const cookie = cookieOf(await signIn());
    await app.database.orm.em
      .fork()
      .nativeUpdate(Account, { id: accountId }, { disabledAt: app.clock.now() });
    expect((await who(cookie)).statusCode).toBe(401);
    expect((await openApi({ email, password })).statusCode).toBe(401);
  });
});
