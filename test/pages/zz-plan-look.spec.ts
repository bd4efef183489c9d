import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../support/browser.js';
import { liveIn } from '../support/lived-in-study.js';
import { RunningProduct } from '../support/running-product.js';

it('look', async () => {
  const [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start()]);
  const study = await liveIn(product);
  const { waiting, booked, held, cancelled } = study;
  const { items } = await product.api<{ items: { id: string; status: string }[] }>('GET', '/studies/STP/respondents?status=identified&limit=3');
  const p = (link: string) => new URL(link).pathname;
  const a = '/studies/STP/appointments';
  const r = `/studies/STP/respondents/${items[0]!.id}`;
  const pages: [string, string, boolean][] = [
    ['choose', p(waiting.link), true], ['check', `${p(waiting.link)}/check?slot=${(waiting as unknown as {slot:string}).slot}`, true], ['propose', `${p(waiting.link)}/check?slot=none`, true],
    ['booked', p(booked.link), true], ['cancel', `${p(booked.link)}/cancel`, true], ['decline', `${p(waiting.link)}/decline`, true],
    ['week', a, false], ['appt', `${a}/${booked.appointment}`, false], ['held', `${a}/${held.appointment}`, false], ['cancelled', `${a}/${cancelled.appointment}`, false],
    ['move', `${a}/${booked.appointment}/move`, false], ['cancelappt', `${a}/${booked.appointment}/cancel`, false],
    ['new', `${a}/new`, false], ['newint', `${a}/new?kind=interview&respondent=${items[0]!.id}`, false], ['newobs', `${a}/new?kind=observation&site=ZWO`, false],
    ['offer', `${r}/offer`, false], ['preview', `${r}/offer/preview?count=5`, false], ['panel', `/studies/STP/respondents/${waiting.id}`, false],
  ];
  const problems: string[] = [];
  for (const [lang, scheme] of [['nl', 'light'], ['en', 'dark']] as const)
    for (const width of [390, 1360]) {
      const context = await product.context(browser, 'coordinator', { viewport: { width, height: 900 }, colorScheme: scheme });
      await context.addCookies([{ name: 'lang', value: lang, url: product.origin }]);
      const page = await context.newPage();
      for (const [name, path, isPublic] of pages) {
        if (isPublic && width !== 390) continue;
        const answer = await page.goto(path);
        if (answer!.status() >= 400) problems.push(`${name} ${answer!.status()}`);
        await page.screenshot({ path: `/tmp/vw/look/${name}-${width}-${lang}.png`, fullPage: true });
        if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) problems.push(`${name} ${width} overflows`);
        const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
        for (const v of axe.violations) problems.push(`${name} ${width} ${lang}: ${v.id} ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 2).join(' | ')}`);
      }
      await context.close();
    }
  await browser.close();
  await product.stop();
  console.log(problems.join('\n'));
}, 300_000);
