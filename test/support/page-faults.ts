import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Of the version that comes with `@axe-core/playwright`; loaded once for each page, which is several times as fast. */
const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axe = readFileSync(ofPlaywright.resolve('axe-core/axe.min.js'), 'utf8');
const run = `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;

const widths = [1360, 390];
const schemes = ['light', 'dark'] as const;

/** Collects from now on what a browser complains about: scripts, refused styles, a file that is not there. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Axe's faults for WCAG 2.2 AA on the page as it stands, on a desk and on a phone, light and dark. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await emptyFrames(page);
  await page.evaluate(axe);
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate<string[]>(run);
      faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}

/** Elements that stick out of a window of this width, where a reader would have to scroll sideways (WCAG 1.4.10). */
export async function overflow(page: Page, width = 320): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (one) => one.getBoundingClientRect().right > clientWidth;
    const scrolls = (one) => one && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter((one) => sticksOut(one) && !scrolls(one.parentElement));
    return ['page', ...wide.map((one) => one.outerHTML.slice(0, 120)).slice(0, 5)];
  })()`);
}

/** Nothing can be run in the sandboxed frame that shows mail, not even axe, which would wait for it for ever. */
const emptyFrames = (page: Page): Promise<void> =>
  page.evaluate(`document.querySelectorAll('iframe').forEach((frame) => frame.replaceWith(Object.assign(
    document.createElement('iframe'), { title: frame.title, className: frame.className })))`);
