import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '../../src/auth/accounts.service.js';
import { createApp } from '../../src/create-app.js';
import { loadExample } from '../../src/load-example.js';
import { Meeting } from '../../src/meetings/meeting.entity.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { Study } from '../../src/studies/study.entity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { testConfig } from '../support/small-app.js';

describe('the example study', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let ownerId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createApp(testConfig(database.clientUrl), database.orm);
    const owner = { email: 'owner@example.org', name: 'Beheerder' };
    const accounts = app.get(Accounts, { strict: false });
    ownerId = (await database.orm.em.fork().transactional(() => accounts.ensure(owner))).id;
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const em = () => database.orm.em.fork();

  it('is loaded once, also when two programs start together', async () => {
    await Promise.all([loadExample(app, ownerId), loadExample(app, ownerId)]);
    await loadExample(app, ownerId);
    expect(await em().count(Study)).toBe(1);
    expect(await em().count(Respondent)).toBe(59);
    expect(await em().count(Meeting)).toBe(3);
  });

  it('starts its fieldwork on a Monday next month, for as long as it was', async () => {
    const { fieldworkFrom, fieldworkTo } = await em().findOneOrFail(Study, { code: 'STP' });
    const [from, to] = [fieldworkFrom, fieldworkTo].map((date) => new Date(`${date}T00:00:00Z`));
    const now = new Date();
    const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
    expect(from!.getUTCDay()).toBe(1);
    expect((from!.getTime() - nextMonth.getTime()) / 86_400_000).toBeLessThan(8);
    expect((to!.getTime() - from!.getTime()) / 86_400_000).toBe(81);
  });

  it('belongs to the owner of the installation', async () => {
    const [row] = await em().execute<{ role: string }[]>('select role from study_role where account_id = ?', [
      ownerId,
    ]);
    expect(row).toEqual({ role: 'owner' });
  });
});
