import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { liveIn, type LivedInStudy } from '../support/lived-in-study.js';
import type { Role } from '../support/running-product.js';
import { RunningProduct } from '../support/running-product.js';

const inbox = '/studies/STP/inbox';
const phone = { viewport: { width: 390, height: 844 } };
const withoutScripts = { javaScriptEnabled: false };

describe('Answers by mail', () => {
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
    { as = 'coordinator', ...options }: BrowserContextOptions & { as?: Role } = {},
  ): Promise<Page> => {
    const context = await product.context(browser, as, options);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  const card = (page: Page, id: string) => page.locator(`#message-${id}`);
  const flash = (page: Page) => page.textContent('.flash');
  const factsOf = (page: Page) => page.textContent('.facts');
  const appointmentPath = (id: string) => `/studies/STP/appointments/${id}`;
  const methodsTo = async (address: string) => {
    const mails = (await product.mailbox()).filter(({ to }) => to.includes(address));
    return mails.map(({ calendar }) => /METHOD:(\w+)/.exec(calendar ?? '')?.[1]);
  };

  it('can be gone through with the keyboard in the order in which it is read', async () => {
    const page = await open(inbox);
    const { proposal } = study.received;
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
    await card(page, proposal).locator('a').first().focus();
    const order = [await focused()];
    for (const _ of 'abcd') {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual([
      'wa1.hengelo@example.org',
      expect.stringMatching(/^\S+ \d+ jan 2027/),
      expect.stringMatching(/^Verzet naar \S+ \d+ jan, \d\d\.\d\d uur$/),
      'Afwijzen',
      'Sluit af zonder bericht',
    ]);
  });

  it('are found from the overview on a phone, where one press takes a proposed time', async () => {
    const page = await open('/studies/STP', phone);
    const { proposal, appointments } = study.received;
    await page.click('text=HEN-WA-01: ander moment voorgesteld vanuit de agenda');
    expect(page.url()).toBe(`${product.origin}${inbox}#message-${proposal}`);
    const [now, proposed] = await card(page, proposal).locator('.comparison time').allInnerTexts();
    expect(await card(page, proposal).textContent()).toContain('Iedereen kan dan.');
    await card(page, proposal).getByRole('button').first().click();
    expect(await flash(page)).toContain('Het nieuwe moment staat vast.');
    expect(await card(page, proposal).count()).toBe(0);
    await page.goto(appointmentPath(appointments.proposed));
    const [day, hours] = proposed!.split('\n');
    const longDay = day!.replace(/^\S+ (\d+) jan 2027$/, '$1 januari 2027');
    expect(await factsOf(page)).toContain(`${longDay}, ${hours}`);
    expect(now).not.toBe(proposed);
    const [mail] = (await product.mailbox()).filter(({ to }) => to.includes('wa1.hengelo@example.org'));
    expect([mail!.subject, mail!.calendar]).toEqual([
      expect.stringContaining('verzet'),
      expect.stringContaining('METHOD:REQUEST'),
    ]);
  });

  it('say who stands in the way of a proposed time, and refuse it with words, without JavaScript', async () => {
    const page = await open(inbox, withoutScripts);
    const { collision } = study.received;
    const shown = card(page, collision);
    expect(await shown.textContent()).toContain('De interviewer heeft dan al iets anders.');
    expect(await shown.getByRole('link', { name: 'Zoek een ander moment' }).count()).toBe(1);
    expect(await shown.getByRole('button', { name: /verzet/i }).count()).toBe(0);
    await shown.locator('summary').click();
    await shown.locator('[name=words]').fill('Dan bezoeken wij een team.\nKan het donderdag?');
    await shown.getByRole('button', { name: 'Wijs af en stuur bericht' }).click();
    expect(await flash(page)).toContain('Het voorstel is afgewezen.');
    const handled = page.locator('tr', { hasText: 'HEN-WA-02' });
    expect(await handled.textContent()).toContain('Afgewezen door Onderzoeker Een.');
    const [mail] = (await product.mailbox()).filter(({ to }) => to.includes('wa2.hengelo@example.org'));
    expect(mail!.text).toContain('Dan bezoeken wij een team.');
    expect(mail!.calendar).toContain('METHOD:DECLINECOUNTER');
  });

  it('move a meeting for the whole board, without JavaScript', async () => {
    const page = await open(inbox, { ...withoutScripts, ...phone });
    const { meetingProposal } = study.received;
    expect(await card(page, meetingProposal).locator('h3').textContent()).toBe(
      'Lid klankbordgroep (Sociaal domein) stelt een ander moment voor',
    );
    await card(page, meetingProposal).getByRole('button').first().click();
    expect(await flash(page)).toContain('Het nieuwe moment staat vast.');
    await page.goto(`/studies/STP/board/meetings/${study.meeting}`);
    expect(await factsOf(page)).toContain('vrijdag 15 januari 2027');
    expect((await methodsTo('deskundige2@example.net'))[0]).toBe('REQUEST');
  });

  it.each([
    ['on a phone', phone],
    ['without JavaScript', withoutScripts],
  ])('are dealt with and put back %s', async (_, options) => {
    const page = await open(inbox, options);
    const { words } = study.received;
    expect(await card(page, words).locator('blockquote').innerText()).toContain('stadskantoor');
    await card(page, words).getByRole('button', { name: 'Afgehandeld' }).click();
    expect(await card(page, words).count()).toBe(0);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    expect(await flash(page)).toContain('Het bericht wacht weer.');
    await card(page, words).getByRole('button', { name: 'Afgehandeld' }).click();
    await page.getByRole('button', { name: 'Zet terug' }).click();
    expect(await card(page, words).count()).toBe(1);
  });

  it('from another address count once somebody says that this is the invitee', async () => {
    const page = await open(inbox, withoutScripts);
    const { otherAddress } = study.received;
    const [invited, answering] = await card(page, otherAddress).locator('.comparison dd').allInnerTexts();
    expect(invited).toContain('bm1.hengelo@example.org');
    expect(answering).toContain('bm1.hengelo@thuis.example');
    await card(page, otherAddress).getByRole('button', { name: 'Ja, dit is HEN-BM-01' }).click();
    expect(await flash(page)).toContain('Het adres is onthouden. De genodigde heeft geantwoord');
    const handled = page.locator('tr', { hasText: 'HEN-BM-01' });
    expect(await handled.textContent()).toContain('komt misschien');
    await page.goto('/studies/STP/appointments?week=2027-01-11');
    expect(await page.locator('.week .event.tentative').allInnerTexts()).toEqual([
      expect.stringMatching(/voorlopig\s+Interview HEN-BM-01/),
    ]);
  });

  it('of a stranger change nothing, and the safe button comes first', async () => {
    const page = await open(inbox);
    const { stranger } = study.received;
    const first = card(page, stranger).getByRole('button').first();
    expect(await first.textContent()).toBe('Nee, niet meetellen');
    await first.click();
    expect(await page.locator('tr', { hasText: 'UTR-WA-01' }).textContent()).toContain('onbekende');
    await page.goto('/studies/STP/appointments?week=2027-01-11');
    await page.click('.week .event:has-text("UTR-WA-01")');
    expect(await page.locator('tr', { hasText: 'UTR-WA-01' }).textContent()).toContain('nog geen antwoord');
  });

  it('that somebody else has dealt with meanwhile say so', async () => {
    const { winmail } = study.received;
    const [page, other] = [await open(inbox), await open(inbox, { as: 'owner' })];
    for (const each of [other, page])
      await card(each, winmail).getByRole('button', { name: 'Afgehandeld' }).click();
    expect(await flash(page)).toContain('Dit bericht wacht niet meer');
  });

  it('that belong to no study are for owners', async () => {
    const title = 'h3:has-text("Antwoord op een onbekende uitnodiging")';
    expect(await (await open(inbox, { as: 'owner' })).locator(title).count()).toBe(1);
    expect(await (await open(inbox)).locator(title).count()).toBe(0);
  });
});

describe('Where answers of calendars are shown', () => {
  let product: RunningProduct;
  let study: LivedInStudy;
  let browser: Browser;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), RunningProduct.start()]);
    study = await liveIn(product);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const read = async (path: string, selector: string, role?: Role) => {
    const context = await product.context(browser, role, withoutScripts);
    const page = await context.newPage();
    await page.goto(path);
    const texts = await page.locator(selector).allInnerTexts();
    await context.close();
    return texts.map((text) => text.replaceAll(/\s+/g, ' '));
  };
  const answersIn = (appointment: string, role: Role) =>
    read(`/studies/STP/appointments/${appointment}`, 'tbody tr', role);

  it('the page of an appointment says when and how, with the words for those who plan', async () => {
    const { declined, tentative, substituted } = study.received.appointments;
    expect(await answersIn(declined, 'coordinator')).toContain(
      'UTR-WA-02 komt niet wo 13 jan 2027, 08.30, vanuit de agenda Die week ben ik op reis, helaas.',
    );
    expect((await answersIn(tentative, 'coordinator')).join(' ')).toMatch(
      /ENS-WA-01 misschien .* Namens de genodigde beantwoord door assistent@example\.org Onder voorbehoud/,
    );
    expect((await answersIn(substituted, 'coordinator')).join(' ')).toContain(
      'Stuurt vervanger@example.org: nog geen antwoord',
    );
  });

  it('and without them for an interviewer', async () => {
    const { tentative } = study.received.appointments;
    const rows = await answersIn(tentative, 'interviewer');
    expect(rows).toContain('ENS-WA-01 misschien wo 13 jan 2027, 08.30, vanuit de agenda');
  });

  it('who chooses a moment on their own page has answered there, until it is moved', async () => {
    const { waiting, booked } = study;
    const consent = ['participate', 'recording'].map((code) => ['consent', code] as const);
    await product.post(`${waiting.link}/accept`, [['slot', waiting.slot], ...consent]);
    const { items } = await product.api<{ items: { id: string; respondent: { id: string } | null }[] }>(
      'GET',
      '/studies/STP/appointments?limit=200&status=scheduled',
    );
    const { id } = items.find(({ respondent }) => respondent?.id === waiting.id)!;
    const chosen = `${waiting.pseudonym} komt wo 13 jan 2027, 08.30, op de eigen pagina`;
    expect(await answersIn(id, 'interviewer')).toContain(chosen);
    expect(await answersIn(booked.appointment, 'coordinator')).toContain('ZEI-SW-02 nog geen antwoord –');
  });

  it('the API says when and how as well', async () => {
    const { declined } = study.received.appointments;
    expect(await product.api('GET', `/appointments/${declined}`)).toMatchObject({
      participants: [
        { kind: 'interviewer', answer: 'needs-action', answeredAt: null, answeredBy: null },
        {
          kind: 'respondent',
          answer: 'declined',
          answeredAt: '2027-01-13T07:30:00.000Z',
          answeredBy: 'calendar',
        },
      ],
    });
  });

  it('every calendar tells a declined appointment from a tentative one by a word', async () => {
    const expected = [
      expect.stringMatching(/kan niet:? ?Interview UTR-WA-02/),
      expect.stringMatching(/kan niet:? ?Interview ENS-WA-02/),
    ];
    const path = '/studies/STP/appointments?week=2027-01-18';
    expect(await read(path, '.week .event.declined', 'coordinator')).toEqual(expected);
    expect(await read(path, '.agenda .event.declined', 'coordinator')).toEqual(expected);
    const overview = '/studies/STP?week=2027-W03';
    expect(await read(overview, '.week .event.declined', 'coordinator')).toEqual(expected);
    const tentative = await read(overview, '.week .event.tentative', 'coordinator');
    expect(tentative.join(' ')).toMatch(/voorlopig:? ?Interview ENS-WA-01/);
  });

  it('a member sees the answer of their calendar on their own page, and the team on that of the meeting', async () => {
    const link = await product.linkFor('deskundige2@example.net', 'm');
    expect(await read(link, '.btn[aria-pressed=true]')).toEqual(['Ik kom']);
    const meeting = `/studies/STP/board/meetings/${study.meeting}`;
    const rows = await read(meeting, 'tbody tr', 'coordinator');
    expect(rows.filter((row) => row.endsWith('Komt'))).toHaveLength(1);
  });
});
