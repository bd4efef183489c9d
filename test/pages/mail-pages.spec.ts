import { AxeBuilder } from '@axe-core/playwright';
import { RequestContext } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Account } from '../../src/auth/account.entity.js';
import { AuthModule } from '../../src/auth/auth.module.js';
import { FirstOwner } from '../../src/auth/first-owner.js';
import { StudyRole } from '../../src/auth/study-role.entity.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { HttpModule } from '../../src/kernel/http/http.module.js';
import { KernelModule } from '../../src/kernel/kernel.module.js';
import { capturedContext } from '../../src/mail/capture-transport.js';
import { CapturedMessage } from '../../src/mail/captured-message.entity.js';
import { MailModule } from '../../src/mail/mail.module.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Outbox } from '../../src/mail/outbox.service.js';
import type { OutgoingMail } from '../../src/mail/outgoing-mail.js';
import { MailboxPages } from '../../src/reports/mailbox.pages.js';
import { OutboxController } from '../../src/reports/outbox.controller.js';
import { OutboxPages } from '../../src/reports/outbox.pages.js';
import { Study } from '../../src/studies/study.entity.js';
import { StudyAccess } from '../../src/studies/study-access.service.js';
import { configureHttp, serverOptions } from '../../src/web/configure-http.js';
import { WebModule } from '../../src/web/web.module.js';
import { renderHtml } from '../../templates/mail/render-html.js';
import { withLanguage } from '../../templates/partials/page-context.js';
import { launchBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { freePort } from '../support/product.js';
import { testConfig } from '../support/small-app.js';

@Module({
  imports: [MailModule],
  controllers: [MailboxPages, OutboxController, OutboxPages],
  providers: [StudyAccess],
})
class MailPagesModule {}

const email = 'owner@example.org';
const password = 'a password of the tests';
const calendar = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'SUMMARY:Gesprek over het wijkteam',
  'DTSTART;TZID=Europe/Amsterdam:20270112T140000',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('the pages about mail', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let browser: Browser;
  let origin: string;
  let studyId: string;

  const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
    studyId,
    kind: 'offer',
    about: 'ZWO-SW-01',
    to: { name: 'Jolanda Wiersma', address: 'jolanda@example.org' },
    language: 'nl',
    document: {
      subject: 'Kies een moment voor ons gesprek',
      greeting: 'Beste mevrouw Wiersma,',
      blocks: [
        { kind: 'paragraph', text: 'Wij spreken u graag over de samenwerking in uw wijk.' },
        { kind: 'facts', facts: [{ label: 'Duur', value: 'ongeveer een uur' }] },
        { kind: 'button', label: 'Kies een moment', url: `${origin}/forgot?lang=nl` },
      ],
      footer: ['Meedoen is vrijwillig.'],
    },
    calendar: { method: 'REQUEST', content: calendar },
    ...changes,
  });
  const enqueue = (...mails: OutgoingMail[]) =>
    RequestContext.create(database.orm.em, () => app.get(Outbox, { strict: false }).enqueueAll(mails));
  const setStatus = (id: string, status: 'sent' | 'failed', lastError: string | null = null) =>
    database.orm.em.fork().nativeUpdate(OutboxMessage, { id }, { status, lastError, attempts: 1 });
  /** Captured, and written down as sent. */
  const enqueueAndSend = async (...mails: OutgoingMail[]) => {
    const queued = await enqueue(...mails);
    const ids = queued.map(({ id }) => id);
    while ((await database.orm.em.fork().count(OutboxMessage, { id: ids, status: 'sent' })) < ids.length)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return queued;
  };
  const signedIn = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'nl-NL', ...options });
    const page = await context.newPage();
    await page.goto(`${origin}/sign-in?returnTo=${encodeURIComponent(path)}`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit], button.btn[type=submit]');
    return page;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const account = { adminEmail: email, adminPassword: password };
    const config = { ...testConfig(database.clientUrl), ...account, port, publicUrl: origin };
    const rooms = [
      KernelModule.forRoot(config, database.orm),
      HttpModule,
      WebModule,
      AuthModule,
      MailPagesModule,
    ];
    const testing = await Test.createTestingModule({ imports: rooms }).compile();
    const adapter = new FastifyAdapter(serverOptions(config));
    app = testing.createNestApplication<NestFastifyApplication>(adapter, {
      logger: false,
      bodyParser: false,
    });
    adapter.getInstance().addHook('onRequest', (_, __, done) => RequestContext.create(database.orm.em, done));
    await configureHttp(app, config);
    await app.listen(port, '127.0.0.1');
    await RequestContext.create(database.orm.em, () => app.get(FirstOwner, { strict: false }).ensure());
    studyId = await makeStudy();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
  });

  async function makeStudy(): Promise<string> {
    const em = database.orm.em.fork();
    const { id: accountId } = await em.findOneOrFail(Account, { email });
    const study = em.create(Study, {
      code: 'STP',
      title: 'Sociale teams',
      language: 'nl',
      timezone: 'Europe/Amsterdam',
      question: 'Hoe?',
      subQuestions: [],
      fieldworkFrom: '2027-01-04',
      fieldworkTo: '2027-03-26',
      contactDataUntil: '2027-12-31',
      researchDataUntil: '2037-12-31',
      interviews: {} as Study['interviews'],
    });
    em.create(StudyRole, { studyId: study.id, accountId, role: 'owner' });
    await em.flush();
    return study.id;
  }

  it('lead from the mailbox to where the button of a mail points, on a phone without JavaScript', async () => {
    await enqueueAndSend(mail());
    const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
    const page = await signedIn('/mailbox', phone);
    await page.click('text=Kies een moment voor ons gesprek');
    expect(await page.textContent('h1')).toBe('Kies een moment voor ons gesprek');
    expect(await page.textContent('main')).toContain('jolanda@example.org');
    await page.frameLocator('iframe').locator('a.m-button').click();
    await page.waitForURL(`${origin}/forgot?lang=nl`);
  });

  it('show text, invitation and source of a message, and hand out its bytes', async () => {
    const [queued] = await enqueueAndSend(mail());
    const page = await signedIn(`/mailbox/${queued!.id}`);
    await page.click('text=Platte tekst');
    expect(await page.textContent('pre')).toContain(`Kies een moment:\n${origin}/forgot?lang=nl`);
    await page.click('nav.tabs >> text=Uitnodiging');
    expect(await page.textContent('main')).toContain('dinsdag 12 januari 2027, 14.00 uur (Europe/Amsterdam)');
    await page.click('text=Bron');
    expect(await page.textContent('pre')).toContain('Content-Type: multipart/mixed');
    const answer = await page.request.get(`${origin}/mailbox/${queued!.id}/message.eml`);
    expect(answer.headers()['content-type']).toContain('message/rfc822');
    expect(await answer.text()).toContain(queued!.messageId);
  });

  it('run and load nothing that a mail brings along', async () => {
    const id = newId();
    const evil = `<script>top.location='/forgot'</script><img src="${origin}/health/live"><h1>Evil</h1>`;
    const raw = `Subject: x\r\nContent-Type: text/html\r\n\r\n${evil}`;
    const sealed = app.get(Cipher).seal('mailbox', capturedContext(id), raw);
    await database.orm.em.fork().insert(CapturedMessage, { id, sealed, createdAt: new Date() });
    const page = await signedIn('/mailbox');
    const asked: string[] = [];
    page.on('response', (response) => asked.push(response.url()));
    await page.goto(`${origin}/mailbox/${id}`, { waitUntil: 'networkidle' });
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe('Evil');
    expect(page.url()).toBe(`${origin}/mailbox/${id}`);
    expect(asked.filter((url) => /forgot|health/.test(url))).toEqual([]);
    await page.goto(`${origin}/mailbox/${id}/html`, { waitUntil: 'networkidle' });
    expect(page.url()).toBe(`${origin}/mailbox/${id}/html`);
    await database.orm.em.fork().nativeDelete(CapturedMessage, { id });
  });

  it('put failed mail on top with the reason in plain words, and send it again', async () => {
    const [failed, sent] = await enqueueAndSend(mail(), mail({ about: 'ZWO-SW-02' }));
    await setStatus(failed!.id, 'failed', '550 5.1.1 …: unknown');
    await setStatus(sent!.id, 'sent');
    const page = await signedIn('/studies/STP/outbox', { javaScriptEnabled: false });
    const unsent = await page.textContent('#unsent');
    expect(unsent).toContain('Dit e-mailadres bestaat niet (meer).');
    expect(unsent).toContain('jolanda@example.org');
    expect(unsent).not.toContain('ZWO-SW-02');
    await page.click('#unsent button[type=submit]');
    expect(await page.textContent('main')).toContain('De mail staat weer klaar');
    expect(await page.locator('#unsent').count()).toBe(0);
  });

  it('show only the mail of the status that is asked for', async () => {
    const page = await signedIn('/studies/STP/outbox?status=bounced');
    expect(await page.textContent('main')).toContain('Geen e-mails met deze status.');
  });

  it('are closed to those who have not signed in, and the mailbox to all but the owner', async () => {
    const accept = { headers: { accept: 'application/json' } };
    for (const path of ['/mailbox', '/studies/STP/outbox', '/api/v1/studies/STP/outbox'])
      expect((await fetch(origin + path, accept)).status).toBe(401);
    const page = await signedIn('/mailbox');
    await database.orm.em.fork().nativeUpdate(Account, { email }, { mayCreateStudies: false });
    expect((await page.goto(`${origin}/mailbox`))!.status()).toBe(403);
    await database.orm.em.fork().nativeUpdate(Account, { email }, { mayCreateStudies: true });
  });

  it('answer a script without names or addresses', async () => {
    const session = await fetch(`${origin}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { token } = (await session.json()) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${origin}/api/v1/studies/STP/outbox?limit=2`, { headers });
    const body = await answer.text();
    expect(body).not.toMatch(/jolanda|wiersma/i);
    const { items, nextCursor } = JSON.parse(body) as { items: { id: string }[]; nextCursor: string };
    expect(items).toHaveLength(2);
    const next = await fetch(`${origin}/api/v1/studies/STP/outbox?cursor=${nextCursor}`, { headers });
    const rest = (await next.json()) as { items: { id: string }[] };
    expect(rest.items.map(({ id }) => id)).not.toContain(items[1]!.id);
    expect(rest.items.length).toBeGreaterThan(0);
  });

  const schemes = [
    ['nl', 'light'],
    ['en', 'dark'],
    ['nl', 'dark'],
    ['en', 'light'],
  ] as const;

  it.each(schemes)('pass axe: %s, %s', async (language, colorScheme) => {
    const [queued, failed] = await enqueueAndSend(mail(), mail());
    await setStatus(failed!.id, 'failed', '552 5.2.2 full');
    const page = await signedIn('/mailbox', { colorScheme });
    const message = `/mailbox/${queued!.id}?part=`;
    const parts = ['html', 'calendar'].map((part) => message + part);
    for (const path of ['/studies/STP/outbox', '/mailbox', ...parts]) {
      await page.goto(origin + withLanguage(path, language));
      await emptyFrame(page);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)('show mail that passes axe itself: %s', async (colorScheme) => {
    const page = await (await browser.newContext({ colorScheme })).newPage();
    await page.setContent(renderHtml({ document: mail().document, language: 'nl' }));
    expect(await faultsOf(page)).toEqual([]);
  });
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Nothing can be run in the sandboxed frame, not even axe, which would wait for it for ever. */
const emptyFrame = (page: Page): Promise<void> =>
  page.evaluate(`document.querySelector('iframe')?.replaceWith(Object.assign(
    document.createElement('iframe'), { title: document.querySelector('iframe').title }))`);
