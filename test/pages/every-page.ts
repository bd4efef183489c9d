import type { Page } from 'playwright-core';
import type { LivedInStudy } from '../support/lived-in-study.js';
import type { Role } from '../support/running-product.js';

export interface Address {
  /** As the router writes it. */
  readonly route: string;
  readonly path: (study: LivedInStudy) => string;
}

export interface Visited extends Address {
  readonly name: string;
  /** Nobody without it: a page before signing in, or behind a link. */
  readonly as?: Role | undefined;
  /** Default 200. */
  readonly status?: number;
  /** In the language of its reader and without a heading. */
  readonly isMail?: boolean;
}

/** A page that only shows after something was posted. */
export interface Step {
  readonly name: string;
  readonly as?: Role | undefined;
  readonly from: (study: LivedInStudy) => string;
  readonly act: (page: Page) => Promise<void>;
}

type Options = Partial<Omit<Visited, 'route'>>;

const visit = (route: string, options: Options = {}): Visited => ({
  name: route,
  path: () => route,
  ...options,
  route,
});
const inStudy = (rest: string, options: Options = {}): Visited => {
  const route = `/studies/:study${rest}`;
  return visit(route, { name: route, path: () => `/studies/STP${rest}`, as: 'owner', ...options });
};
const onMeeting = (rest: string, options: Options = {}): Visited =>
  inStudy(`/board/meetings/:id${rest}`, {
    path: ({ meeting, agendaItem }) =>
      `/studies/STP/board/meetings/${meeting}${rest.replace(':item', agendaItem)}`,
    as: 'coordinator',
    ...options,
  });
const pathOf = (link: string): string => new URL(link).pathname;

const entrance = [
  visit('/sign-in'),
  visit('/forgot'),
  visit('/welcome/:token', { path: ({ welcomeLink }) => pathOf(welcomeLink) }),
  visit('/welcome/:token', { name: '/welcome of no use', path: () => '/welcome/unknown', status: 410 }),
  visit('/', { as: 'owner' }),
  visit('/account', { as: 'coordinator' }),
  visit('/studies', { as: 'owner' }),
  visit('/studies/new', { as: 'owner' }),
];

const study = [
  inStudy(''),
  inStudy('', { name: 'the overview of another week', path: () => '/studies/STP?week=2027-W01' }),
  inStudy('', { name: 'the overview of an observer', as: 'observer' }),
  inStudy('', { name: 'the overview of an interviewer', as: 'interviewer' }),
  inStudy('/sample'),
  inStudy('/sites', { as: 'coordinator' }),
  inStudy('/definition'),
  inStudy('/team', { as: 'coordinator' }),
  inStudy('/team/:member', { path: ({ coordinator }) => `/studies/STP/team/${coordinator}` }),
  inStudy('/team/:member/calendars', {
    path: ({ coordinator }) => `/studies/STP/team/${coordinator}/calendars`,
    as: 'coordinator',
  }),
  inStudy('/team/:member/calendars/:id', {
    path: ({ coordinator, calendars }) => `/studies/STP/team/${coordinator}/calendars/${calendars.failing}`,
    as: 'coordinator',
  }),
  inStudy('/team/:member/calendars/:id', {
    name: 'a calendar that was uploaded',
    path: ({ coordinator, calendars }) => `/studies/STP/team/${coordinator}/calendars/${calendars.file}`,
  }),
  inStudy('/outbox', { as: 'coordinator' }),
  inStudy('/feeds', { as: 'coordinator' }),
  inStudy('/feeds', { name: 'the feeds of an observer', as: 'observer' }),
];

const respondents = [
  inStudy('/respondents', { as: 'coordinator' }),
  inStudy('/respondents', {
    name: 'respondents, none found',
    path: () => '/studies/STP/respondents?status=withdrew',
  }),
  inStudy('/respondents/new', { as: 'coordinator' }),
  inStudy('/respondents/import', { as: 'coordinator' }),
  inStudy('/respondents/:id', { path: ({ booked }) => `/studies/STP/respondents/${booked.id}` }),
  inStudy('/respondents/:id', {
    name: 'a respondent with an offer, to an interviewer',
    path: ({ waiting }) => `/studies/STP/respondents/${waiting.id}`,
    as: 'interviewer',
  }),
  inStudy('/respondents/:id/edit', { path: ({ booked }) => `/studies/STP/respondents/${booked.id}/edit` }),
];

const board = [
  inStudy('/board', { as: 'coordinator' }),
  inStudy('/board/meetings/new', { as: 'coordinator' }),
  onMeeting(''),
  onMeeting('', {
    name: 'a meeting without a date',
    path: ({ plannedMeeting }) => `/studies/STP/board/meetings/${plannedMeeting}`,
  }),
  onMeeting('/edit'),
  onMeeting('/cancel'),
  onMeeting('/items/new'),
  onMeeting('/items/:item'),
  onMeeting('/send'),
  visit('/m/:token', { path: ({ memberLink }) => pathOf(memberLink) }),
];

const mail = [
  visit('/mailbox', { as: 'owner' }),
  visit('/mailbox/:id/html', { path: ({ mail }) => `/mailbox/${mail}/html`, as: 'owner', isMail: true }),
  ...['html', 'text', 'calendar', 'source'].map((part) =>
    visit('/mailbox/:id', {
      name: `/mailbox/:id as ${part}`,
      path: ({ mail }) => `/mailbox/${mail}?part=${part}`,
      as: 'owner',
    }),
  ),
];

const onLink = (rest: string, options: Options = {}): Visited =>
  visit(`/r/:token${rest}`, { path: ({ waiting }) => pathOf(waiting.link) + rest, ...options });

const respondent = [
  onLink(''),
  onLink('', { name: '/r/:token of a proposal', path: ({ proposed }) => pathOf(proposed.link) }),
  onLink('', { name: '/r/:token, booked', path: ({ booked }) => pathOf(booked.link) }),
  onLink('', { name: '/r/:token, cancelled', path: ({ cancelled }) => pathOf(cancelled.link) }),
  onLink('', { name: '/r/:token, declined', path: ({ declined }) => pathOf(declined.link) }),
  onLink('', { name: '/r/ of no use', path: () => '/r/unknown', status: 404 }),
  onLink('/check', { path: ({ waiting }) => `${pathOf(waiting.link)}/check?slot=${waiting.slot}` }),
  onLink('/check', {
    name: '/r/:token/check, none fits',
    path: ({ waiting }) => `${pathOf(waiting.link)}/check?slot=none`,
  }),
  onLink('/check', {
    name: '/r/:token/check, nothing chosen',
    path: ({ waiting }) => `${pathOf(waiting.link)}/check`,
    status: 422,
  }),
  onLink('/decline'),
  onLink('/mail'),
  onLink('/cancel', { path: ({ booked }) => `${pathOf(booked.link)}/cancel` }),
];

const onAppointment = (rest: string, options: Options = {}): Visited =>
  inStudy(`/appointments/:id${rest}`, {
    path: ({ booked }) => `/studies/STP/appointments/${booked.appointment}${rest}`,
    as: 'coordinator',
    ...options,
  });

const appointments = [
  inStudy('/appointments', { as: 'coordinator' }),
  inStudy('/appointments/new', { as: 'coordinator' }),
  onAppointment(''),
  onAppointment('', {
    name: 'an interview that was held',
    path: ({ held }) => `/studies/STP/appointments/${held.appointment}`,
  }),
  onAppointment('', {
    name: 'a cancelled interview',
    path: ({ cancelled }) => `/studies/STP/appointments/${cancelled.appointment}`,
  }),
  ...(['declined', 'tentative', 'substituted'] as const).map((answer) =>
    onAppointment('', {
      name: `an interview that was answered: ${answer}`,
      path: ({ received }) => `/studies/STP/appointments/${received.appointments[answer]}`,
    }),
  ),
  onAppointment('/move'),
  inStudy('/respondents/:id/offer', {
    path: ({ waiting }) => `/studies/STP/respondents/${waiting.id}/offer`,
  }),
  inStudy('/respondents/:id/offer/preview', {
    path: ({ waiting }) => `/studies/STP/respondents/${waiting.id}/offer/preview?count=5`,
  }),
  onAppointment('/cancel'),
];

const inbox = [
  inStudy('/inbox', { as: 'coordinator' }),
  inStudy('/inbox', { name: 'the inbox of an owner, with mail of no study' }),
  inStudy('/inbox', {
    name: 'an inbox without mail',
    path: () => '/studies/ANDER/inbox',
    as: 'coordinator',
  }),
];

/** Every page that there is, each as somebody who uses it; several where it looks different to different people. */
export const pages: readonly Visited[] = [
  ...entrance,
  ...study,
  ...respondents,
  ...appointments,
  ...inbox,
  ...board,
  ...respondent,
  ...mail,
];

/** What a browser can open and is no page of ours. */
export const files: readonly Address[] = [
  visit('/health/live'),
  visit('/health/ready'),
  visit('/metrics'),
  visit('/mailbox/:id/message.eml', { path: ({ mail }) => `/mailbox/${mail}/message.eml` }),
  visit('/studies/example.yaml'),
  inStudy('/study.yaml'),
  visit('/m/:token/meetings/:id.ics', {
    path: ({ memberLink, meeting }) => `${pathOf(memberLink)}/meetings/${meeting}.ics`,
  }),
  onAppointment('.ics'),
  visit('/calendars/:token.ics', { path: ({ feedLink }) => pathOf(feedLink) }),
  onLink('/appointment.ics', { path: ({ booked }) => `${pathOf(booked.link)}/appointment.ics` }),
];

const submit = 'main form button[type=submit]';
const pressFirst = (page: Page): Promise<void> => page.click(submit);

export const steps: readonly Step[] = [
  { name: 'signing in that failed', from: () => '/sign-in', act: pressFirst },
  { name: 'asking for a password', from: () => '/forgot', act: pressFirst },
  {
    name: 'a proposal that is about to be refused',
    as: 'coordinator',
    from: () => '/studies/STP/inbox',
    act: (page) => page.click('main summary'),
  },
  {
    name: 'a respondent with faults',
    as: 'coordinator',
    from: () => '/studies/STP/respondents/new',
    act: pressFirst,
  },
  {
    name: 'what a list would import',
    as: 'coordinator',
    from: () => '/studies/STP/respondents/import',
    act: async (page) => {
      await page.fill('[name=text]', 'site;role;name\nZWO;SW;Nieuwe collega\n');
      await pressFirst(page);
    },
  },
  {
    name: 'a list with faults',
    as: 'coordinator',
    from: () => '/studies/STP/respondents/import',
    act: async (page) => {
      await page.fill('[name=text]', 'site;role;name\nXXX;SW;\n');
      await pressFirst(page);
    },
  },
  {
    name: 'a study file with faults',
    as: 'owner',
    from: () => '/studies/STP/definition',
    act: async (page) => {
      await page.fill('[name=text]', 'version: 1\nstudy: 7\n');
      await pressFirst(page);
    },
  },
  {
    name: 'a calendar that cannot be connected',
    as: 'coordinator',
    from: ({ coordinator }) => `/studies/STP/team/${coordinator}/calendars`,
    act: async (page) => {
      await page.fill('[name=url]', 'http://127.0.0.1/agenda.ics');
      await page.click('form[action$="/calendars"] button[type=submit]');
    },
  },
  {
    name: 'consent that is missing',
    from: ({ waiting }) => `${pathOf(waiting.link)}/check?slot=${waiting.slot}`,
    act: pressFirst,
  },
  {
    name: 'mail that is no longer wanted',
    from: ({ declined }) => `${pathOf(declined.link)}/mail`,
    act: pressFirst,
  },
  {
    name: 'a calendar feed that was made',
    as: 'interviewer',
    from: () => '/studies/STP/feeds',
    act: async (page) => {
      if (await page.isVisible('#account button')) await page.click('#account button');
      await page.click('#account summary');
    },
  },
  {
    name: "a board member's calendar feed",
    from: ({ memberLink }) => pathOf(memberLink),
    act: async (page) => {
      if (await page.isVisible('#feed button')) await page.click('#feed button');
      for (const summary of await page.locator('#feed summary').all()) await summary.click();
    },
  },
  {
    name: 'an agenda item with faults',
    as: 'coordinator',
    from: ({ meeting }) => `/studies/STP/board/meetings/${meeting}/items/new`,
    act: pressFirst,
  },
];
