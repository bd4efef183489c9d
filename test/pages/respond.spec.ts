import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running-product.js';

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

describe('a respondent with a phone and no JavaScript', () => {
  let product: RunningProduct;
  let browser: Browser;

  const heading = (page: Page) => page.textContent('h1');
  const fitsTheScreen = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start()]);
    const { items } = await product.api<{ items: { id: string }[] }>(
      'GET',
      '/studies/STP/respondents?site=ZWO&role=SW&limit=1',
    );
    await product.api('POST', `/respondents/${items[0]!.id}/offers`, { count: 4 });
    await product.mailbox();
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('goes from the mail to the confirmation, to another moment, and back to cancel', async () => {
    const context = await product.context(browser, 'owner', phone);
    const page = await context.newPage();
    await page.goto('/mailbox');
    await page.click('text=Uitnodiging voor een interview');
    await page.frameLocator('iframe').locator('a.m-button').click();
    await page.waitForURL(/\/r\/[\w-]{43}\?lang=nl$/);
    expect(await heading(page)).toBe('Kies een moment voor het interview');
    expect(await page.locator('input[name=slot]').count()).toBe(5);
    expect(await fitsTheScreen(page)).toBe(true);
    await page.click('text=Verder naar controleren');
    expect(await page.textContent('[role=alert]')).toContain('Kies een moment.');
    await page.locator('label.option').nth(1).click();
    await page.click('text=Verder naar controleren');
    expect(await heading(page)).toBe('Controleer en bevestig');
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
    await page.locator('label.option.check').nth(2).click();
    await page.click('text=Bevestig dit moment');
    expect(await page.textContent('[role=alert]')).toContain('Kruis deze verklaring aan');
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(1);
    await page.locator('label.option.check').first().click();
    await page.click('text=Bevestig dit moment');
    expect(await heading(page)).toBe('Uw interview staat vast');
    expect(await page.textContent('main')).toMatch(/Kenmerk\s*[0-9A-F]{8}/);
    expect(await fitsTheScreen(page)).toBe(true);
    const file = await page.request.get(
      await page.locator('a:has-text(".ics")').getAttribute('href').then(String),
    );
    expect(await file.text()).toContain('BEGIN:VEVENT');
    const before = await page.textContent('.facts');
    await page.locator('label.option').last().click();
    await page.click('text=Verder met verzetten');
    await page.click('text=Verzet naar dit moment');
    expect(await heading(page)).toBe('Uw interview staat vast');
    expect(await page.textContent('.facts')).not.toBe(before);
    await page.click('a:has-text("Afzeggen")');
    expect(await heading(page)).toBe('Wilt u het interview afzeggen?');
    await page.click('text=Ja, zeg het interview af');
    expect(await page.textContent('main')).toContain('Uw interview is afgezegd');
    const subjects = (await product.mailbox()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Uw interview'))).toHaveLength(3);
    await context.close();
  });

  it('can read everything in English and carries that along', async () => {
    const link = await product.linkFor('@example.org', 'r');
    const context = await product.context(browser, undefined, phone);
    const page = await context.newPage();
    await page.goto(link);
    await page.click('text=English');
    expect(await heading(page)).toBe('Choose a time for the interview');
    await page.locator('label.option').first().click();
    await page.click('text=Continue to check');
    expect(await heading(page)).toBe('Check and confirm');
    await page.click('text=Choose another time');
    await page.click('text=I would rather not take part');
    expect(await heading(page)).toBe('Would you rather not take part?');
    await page.click('text=Yes, I will not take part');
    expect(await heading(page)).toBe('You do not take part');
    await context.close();
  });
});
