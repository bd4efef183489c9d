import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Sessions } from '../../src/auth/sessions.service.js';
import { launchBrowser } from '../support/browser.js';
import { liveIn, type LivedInStudy } from '../support/lived-in-study.js';
import { owner, RunningProduct } from '../support/running-product.js';

const heading = (page: Page) => page.textContent('h1');
const submit = 'main form button[type=submit]';

describe("A coordinator's day", () => {
  let product: RunningProduct;
  let study: LivedInStudy;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start()]);
    study = await liveIn(product);
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const open = async (
    path: string,
    ...[role, options]: [Parameters<RunningProduct['context']>[1]?, Parameters<Browser['newContext']>[0]?]
  ): Promise<Page> => {
    const context = await product.context(browser, role, options);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  const signIn = async (page: Page): Promise<void> => {
    await page.fill('[name=email]', owner.email);
    await page.fill('[name=password]', owner.password);
    await page.click(submit);
  };

  describe.each([
    [true, 1],
    [false, 2],
  ])('with JavaScript %s', (javaScriptEnabled, moment) => {
    it('begins with signing in and the overview of the only study', async () => {
      const page = await open('/', undefined, { javaScriptEnabled });
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await signIn(page);
      expect(new URL(page.url()).pathname).toBe('/studies/STP');
      expect(await page.textContent('main')).toContain('ZWO-WA-02 stelt een ander moment voor');
      await page.click('.quota a >> nth=0');
      expect(await heading(page)).toBe('Respondenten');
      expect(await page.locator('tbody tr').count()).toBe(5);
      await page.click('tbody a >> text=ZWO-SW-03');
      expect(await heading(page)).toBe('ZWO-SW-03');
    });

    it('sends an offer, and finds it in the outbox and the mailbox', async () => {
      const pseudonym = `HEN-SW-0${moment + 1}`;
      const page = await open('/studies/STP/respondents?site=HEN&role=SW', 'owner', { javaScriptEnabled });
      await page.click(`tbody a >> text=${pseudonym}`);
      await page.click('text=Momenten aanbieden');
      await page.selectOption('[name=count]', '4');
      await page.click('text=Laat Veldwerk kiezen >> xpath=ancestor::section >> button');
      expect(await heading(page)).toBe(`Controleer de e-mail aan ${pseudonym}`);
      await page.click(submit);
      expect(await page.textContent('main')).toContain('Er staan momenten klaar');
      await product.mailbox();
      await page.goto('/studies/STP/outbox');
      expect(await page.locator(`tr:has-text("${pseudonym}")`).first().textContent()).toContain('Verstuurd');
      await page.goto('/mailbox');
      await page.click('tbody a >> nth=0');
      await page.click('text=Platte tekst');
      expect(await page.textContent('pre')).toContain(`${product.origin}/r/`);
    });

    it('moves an appointment', async () => {
      const path = `/studies/STP/appointments/${study.booked.appointment}`;
      const page = await open(path, 'coordinator', { javaScriptEnabled });
      const before = await page.textContent('.facts');
      await page.click('text=Verzetten');
      await page.check(`main form input[type=radio] >> nth=${moment}`);
      await page.click(submit);
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.textContent('.facts')).not.toBe(before);
      const [toInterviewer, toRespondent] = await product.mailbox();
      expect([toInterviewer!.subject, toRespondent!.subject].join()).toContain('verzet');
    });
  });

  it('cancels an appointment, of which everybody hears', async () => {
    const path = `/studies/STP/appointments/${study.booked.appointment}`;
    const page = await open(path, 'coordinator', { javaScriptEnabled: false });
    await page.click('text=Afzeggen');
    await page.fill('[name=reason]', 'Interviewer is ziek');
    await page.click(submit);
    expect(await page.textContent('main')).toContain('Afgezegd');
    const mails = (await product.mailbox()).slice(0, 2);
    expect(mails.map(({ calendar }) => /METHOD:(\w+)/.exec(calendar ?? '')?.[1])).toEqual([
      'CANCEL',
      'CANCEL',
    ]);
    expect(mails.map(({ to }) => to).join()).toMatch(/@example\.org/);
    await page.goto(`${study.booked.link}?lang=nl`);
    expect(await page.textContent('main')).toContain('afgezegd');
  });

  it('ends with a session that is over, and goes on where it was after signing in', async () => {
    const page = await open('/studies/STP/sample', 'owner', { javaScriptEnabled: false });
    await product.within(() => product.get(Sessions).endAll(product.accountOf('owner')));
    await page.goto('/studies/STP/respondents?site=ZWO&role=SW');
    expect(await heading(page)).toBe('Inloggen');
    await signIn(page);
    expect(await heading(page)).toBe('Respondenten');
    expect(await page.locator('tbody tr').count()).toBe(5);
  });

  it('switches language and look without leaving the page', async () => {
    const page = await open('/studies/STP/respondents?site=BOR', 'coordinator', { javaScriptEnabled: false });
    const background = () =>
      page
        .locator('body')
        .evaluate((body) => body.ownerDocument.defaultView!.getComputedStyle(body).backgroundColor);
    const bright = await background();
    await page.click('.user-menu summary');
    await page.click('.user-menu button[name=language]');
    expect(await heading(page)).toBe('Respondents');
    await page.click('.user-menu summary');
    await page.click('.user-menu button[value=dark]');
    expect(await heading(page)).toBe('Respondents');
    expect(page.url()).toBe(`${product.origin}/studies/STP/respondents?site=BOR`);
    expect(await background()).not.toBe(bright);
    expect(await page.locator('tbody tr').count()).toBe(10);
  });

  it('refuses a form without its token, in words, and changes nothing', async () => {
    const page = await open(`/studies/STP/appointments/${study.held.appointment}`, 'coordinator');
    await page.evaluate(`document.querySelector('main [name=_csrf]').value = 'forged'`);
    const [answer] = await Promise.all([page.waitForNavigation(), page.click(submit)]);
    expect(answer!.status()).toBe(403);
    expect(await page.textContent('main')).toContain('Deze pagina is verlopen');
    await page.goto(`/studies/STP/appointments/${study.held.appointment}`);
    expect(await page.textContent('main')).toContain('Gehouden');
  });

  it('shows each reader only what they may open', async () => {
    const sections = async (role: 'coordinator' | 'observer' | 'owner') => {
      const page = await open('/studies/STP', role);
      const links = await page
        .locator('.sections a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
      for (const link of links) expect([link, (await page.goto(link))!.status()]).toEqual([link, 200]);
      return links.length;
    };
    expect(await sections('owner')).toBe(9);
    expect(await sections('coordinator')).toBe(8);
    expect(await sections('observer')).toBeLessThan(6);
  });
});
