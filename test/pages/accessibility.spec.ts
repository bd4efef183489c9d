import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { liveIn, type LivedInStudy } from '../support/lived-in-study.js';
import { makeOtherStudy } from '../support/other-study.js';
import { axeFaults, complaintsOf, overflow } from '../support/page-faults.js';
import { pageRoutes } from '../support/page-routes.js';
import { RunningProduct } from '../support/running-product.js';
import { files, pages, steps, type Visited } from './every-page.js';

const languages = ['nl', 'en'] as const;
type Language = (typeof languages)[number];

interface Window {
  readonly page: Page;
  readonly complaints: string[];
}

describe('Every page', () => {
  let product: RunningProduct;
  let study: LivedInStudy;
  let browser: Browser;
  const windows = new Map<string, Window>();

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start()]);
    study = await liveIn(product);
    await makeOtherStudy(product);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** One window for each reader and language, which goes from page to page. */
  const windowOf = async (role: Visited['as'], language: Language): Promise<Window> => {
    const key = `${role} ${language}`;
    const known = windows.get(key) ?? (await newWindow(role, language));
    windows.set(key, known);
    known.complaints.length = 0;
    return known;
  };
  const newWindow = async (role: Visited['as'], language: Language): Promise<Window> => {
    const context = await product.context(browser, role);
    await context.addCookies([{ name: 'lang', value: language, url: product.origin }]);
    const page = await context.newPage();
    return { page, complaints: complaintsOf(page) };
  };

  const factsOf = (page: Page) =>
    page.evaluate<{ language: string; headings: number; title: string }>(`({
      language: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      title: document.title,
    })`);

  /** Where mail is shown nothing can run, not even axe. */
  const outOfSandbox = async (page: Page, html: string): Promise<void> => {
    await page.goto('about:blank');
    await page.setContent(html);
  };

  it('is visited here', () => {
    const known = [...pages, ...files].map(({ route }) => route);
    expect(pageRoutes(product.app).toSorted()).toEqual([...new Set(known)].toSorted());
  });

  it.each(files.map(({ route, path }) => [route, path] as const))('and %s is a file', async (_, path) => {
    const { page } = await windowOf('owner', 'nl');
    const answer = await page.request.get(path(study));
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).not.toContain('html');
  });

  describe.each(languages)('in %s', (language) => {
    it.each(pages.map((visited) => [visited.name, visited] as const))('%s', async (_, visited) => {
      const { page, complaints } = await windowOf(visited.as, language);
      const answer = await page.goto(product.origin + visited.path(study));
      expect(answer!.status()).toBe(visited.status ?? 200);
      if (visited.isMail) await outOfSandbox(page, await answer!.text());
      const facts = { language, headings: 1, title: expect.stringMatching(/\S/) };
      if (!visited.isMail) expect(await factsOf(page)).toEqual(facts);
      expect(await axeFaults(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      expect(complaints.filter((text) => !text.includes(`status of ${visited.status}`))).toEqual([]);
    });

    it.each(steps)('$name', async ({ as, from, act }) => {
      const { page } = await windowOf(as, language);
      await page.goto(product.origin + from(study));
      await act(page);
      expect(await factsOf(page)).toMatchObject({ language, headings: 1 });
      expect(await axeFaults(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    });
  });
});
