import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Account } from '../../src/auth/account.entity.js';
import { Accounts } from '../../src/auth/accounts.service.js';
import { StudyNames } from '../../src/auth/study-names.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { SmallApp } from '../support/small-app.js';

const email = 'anna@example.org';
const password = 'een lange zin om te onthouden';
const chosen = 'een heel andere lange zin';

@Controller('viewer')
class ViewerController {
  @Get()
  show(@Req() request: FastifyRequest) {
    return request.viewer;
  }
}

describe('my account', () => {
  let app: SmallApp;
  let accountId: string;
  let browser: { cookie: string; accept: string };
  let csrf: string;

  const signIn = async (): Promise<typeof browser> => {
    const answer = await app.post('/sign-in', { email, password });
    const { name, value } = answer.cookies[0]!;
    return { cookie: `${name}=${value}`, accept: 'text/html' };
  };
  const show = (headers = browser) => app.inject({ method: 'GET', url: '/account', headers });
  const post = (path: string, fields: Record<string, string>) =>
    app.post(`/account/${path}`, { _csrf: csrf, ...fields }, browser);

  beforeEach(async () => {
    app = await SmallApp.start({ controllers: [ViewerController] });
    accountId = await app.within(async () => {
      const { id } = await app.get(Accounts).ensure({ email, name: 'Anna de Vries' });
      await app.get(Accounts).setPassword(id, password);
      return id;
    });
    browser = await signIn();
    csrf = /name="_csrf" value="([^"]+)"/.exec((await show()).body)![1]!;
  });
  afterEach(() => app.stop());

  it('changes the password for whoever knows the current one, and signs out everywhere else', async () => {
    const elsewhere = await signIn();
    const wrong = await post('password', { current: 'onzin', password: chosen, repeat: chosen });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Dit is niet uw huidige wachtwoord.');
    expect((await show(elsewhere)).statusCode).toBe(200);
    const right = await post('password', { current: password, password: chosen, repeat: chosen });
    expect(right.statusCode).toBe(303);
    expect((await show()).statusCode).toBe(200);
    expect((await show(elsewhere)).statusCode).toBe(303);
    expect((await app.post('/sign-in', { email, password })).statusCode).toBe(401);
    expect((await app.post('/sign-in', { email, password: chosen })).statusCode).toBe(303);
  });

  it('shows the pages in the language that was chosen', async () => {
    expect((await show()).body).toContain('<h1>Mijn account</h1>');
    await post('language', { language: 'en' });
    expect((await show()).body).toContain('<h1>My account</h1>');
    const account = await app.database.orm.em.fork().findOneOrFail(Account, accountId);
    expect(account.language).toBe('en');
  });

  it('lists where somebody is signed in, and ends all but here', async () => {
    expect((await show()).body).toContain('U bent alleen hier ingelogd.');
    const elsewhere = await signIn();
    await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { email, password } });
    const { body } = await show();
    expect([body.split('Browser').length - 1, body.split('Script (API)').length - 1]).toEqual([2, 1]);
    await post('sessions/end-others', {});
    expect((await show(elsewhere)).statusCode).toBe(303);
    expect((await show()).body).toContain('U bent alleen hier ingelogd.');
  });

  it('tells the navigation which studies somebody belongs to, and in which role', async () => {
    const [first, second] = [newId(), newId()];
    const names = new Map([
      [first, { code: 'B', title: 'Zorg' }],
      [second, { code: 'A', title: 'Armoede' }],
    ]);
    app.get(StudyNames).register({ namesOf: async (ids) => new Map(ids.map((id) => [id, names.get(id)!])) });
    await app.transactionally(async () => {
      await app.get(StudyRoles).grant({ studyId: first, accountId, role: 'observer' }, null);
      await app.get(StudyRoles).grant({ studyId: second, accountId, role: 'owner' }, null);
    });
    const viewer = await app.inject({ method: 'GET', url: '/viewer', headers: browser });
    expect(viewer.json()).toMatchObject({
      studies: [
        { code: 'A', title: 'Armoede', role: 'owner' },
        { code: 'B', title: 'Zorg', role: 'observer' },
      ],
    });
  });

  it('has roles that are recorded when they change, and only then', async () => {
    const studyId = newId();
    const roles = app.get(StudyRoles);
    const grant = (role: 'observer' | 'interviewer') =>
      app.transactionally(() => roles.grant({ studyId, accountId, role }, null));
    expect([await grant('observer'), await grant('observer'), await grant('interviewer')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await app.within(() => roles.list(studyId))).toEqual([
      { accountId, name: 'Anna de Vries', email, role: 'interviewer' },
    ]);
    const revoke = () => app.transactionally(() => roles.revoke({ studyId, accountId }, null));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    const entries = await app.database.orm.em
      .fork()
      .find(LedgerEntry, { studyId }, { orderBy: { id: 'asc' } });
    expect(entries.map(({ kind, data }) => [kind, data])).toEqual([
      ['study-role.granted', { role: 'observer' }],
      ['study-role.granted', { role: 'interviewer' }],
      ['study-role.revoked', {}],
    ]);
  });
});
