import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { liveIn, type LivedInStudy } from '../support/lived-in-study.js';
import { RunningProduct } from '../support/running-product.js';

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const heading = (page: Page) => page.textContent('h1');
const submit = 'main button[type=submit]';

describe('A respondent who chooses', () => {
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

  const windowFor = async (options: object = phone): Promise<Page> => {
    const context = await product.context(browser, undefined, options);
    contexts.push(context);
    return context.newPage();
  };
  /** Somebody who was not asked yet, with an offer of some moments. */
  const offer = async (cell: string): Promise<{ readonly url: string; readonly id: string }> => {
    const [site, role] = cell.split('-');
    const query = `site=${site}&role=${role}&status=identified&limit=1`;
    const { items } = await product.api<{ items: { id: string }[] }>(
      'GET',
      `/studies/STP/respondents?${query}`,
    );
    const { url } = await product.api<{ url: string }>('POST', `/respondents/${items[0]!.id}/offers`, {
      count: 4,
    });
    return { url, id: items[0]!.id };
  };
  const statusOf = async (id: string) =>
    (await product.api<{ status: string }>('GET', `/respondents/${id}`)).status;

  it('needs the keyboard alone, and sees where they are', async () => {
    const { url, id } = await offer('HEN-SW');
    const page = await windowFor({});
    await page.goto(url);
    await tabTo(page, '[name=slot]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[name=slot]').nth(1).isChecked()).toBe(true);
    await tabTo(page, submit);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/check/);
    await tabTo(page, '[value=participate]');
    await page.keyboard.press('Space');
    await tabTo(page, submit);
    await page.keyboard.press('Enter');
    await page.locator('h1:has-text("Uw interview staat vast")').waitFor();
    expect(await statusOf(id)).toBe('scheduled');
  });

  it('and comes too late keeps what was ticked and chooses another moment', async () => {
    const [first, second] = [await offer('ENS-SW'), await offer('ENS-SW')];
    const shared = await sharedSlot(first.url, second.url);
    const page = await windowFor();
    await page.goto(`${second.url}?lang=nl`);
    await page.check(`[name=slot] >> nth=${shared.place}`);
    await page.click(submit);
    await page.check('[value=participate]');
    await page.check('[value=quotes]');
    const taken = await product.post(`${first.url}/accept`, [
      ['slot', shared.start],
      ['consent', 'participate'],
    ]);
    expect(taken.status).toBe(303);
    const [answer] = await Promise.all([page.waitForNavigation(), page.click(submit)]);
    expect(answer!.status()).toBe(409);
    expect(await page.textContent('#errors')).toContain('Kies een ander moment');
    expect(await page.isChecked('[value=quotes]')).toBe(true);
    await page.check('[name=slot] >> nth=0');
    await page.click(submit);
    expect(await heading(page)).toBe('Uw interview staat vast');
  });

  it('something else, or nothing, does so in their own language', async () => {
    const page = await windowFor();
    await page.goto(`${study.waiting.link}?lang=en`);
    await page.check('[value=none]');
    await page.click(submit);
    await page.fill('[name=text]', 'Only in February');
    await page.click(submit);
    expect(await page.textContent('main')).toContain('We have your proposal');
    await page.click('text=I would rather not take part');
    expect(await statusOf(study.waiting.id)).not.toBe('declined');
    await page.click(submit);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await statusOf(study.waiting.id)).toBe('declined');
  });

  /** A moment that both were offered, by its place on the second's page. */
  async function sharedSlot(first: string, second: string) {
    const accept = { headers: { accept: 'application/json' } };
    const slotsOf = async (url: string) =>
      ((await (await fetch(url, accept)).json()) as { slots: { start: string }[] }).slots.map(
        ({ start }) => start,
      );
    const [mine, theirs] = [await slotsOf(second), await slotsOf(first)];
    const place = mine.findIndex((start) => theirs.includes(start));
    return { place, start: mine[place]! };
  }
});

/** Presses Tab until the control has the focus, which must show each time; fails when it never comes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const { isThere, ring } = await page.evaluate<{ isThere: boolean; ring: boolean }>(`(() => {
      const active = document.activeElement;
      const shows = (one) => getComputedStyle(one).outlineStyle !== 'none' && getComputedStyle(one).outlineWidth !== '0px';
      return { isThere: active.matches('${selector}'), ring: shows(active) || shows(active.closest('label') ?? active) };
    })()`);
    expect(ring).toBe(true);
    if (isThere) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}
