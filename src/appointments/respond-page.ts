import type { VNode } from 'preact';
import { bookedPage } from '../../templates/pages/respond/booked-page.js';
import { checkPage } from '../../templates/pages/respond/check-page.js';
import { choosePage } from '../../templates/pages/respond/choose-page.js';
import { endedPage } from '../../templates/pages/respond/ended-page.js';
import { proposePage } from '../../templates/pages/respond/proposal-form.js';
import { respondTexts } from '../../templates/pages/respond/respond.texts.js';
import { surePage, type SurePageProps } from '../../templates/pages/respond/sure-page.js';
import type { FormState } from '../../templates/partials/form-state.js';
import { page, type PageResult } from '../web/page.js';
import type { Visit } from './respond-desk.service.js';
import type { RespondMoment, RespondView } from './respond.read-model.js';

export interface Shown {
  readonly visit: Visit;
  readonly view: RespondView;
  readonly status?: number | undefined;
  readonly state?: FormState | undefined;
}

/** The page that fits how things stand. */
export function standingPage(shown: Shown): PageResult {
  const { visit, view, state } = shown;
  const { standing, booking, contact } = view;
  const { titles, ended } = respondTexts[visit.language];
  if (standing === 'open' || standing === 'proposed')
    return show(shown, titles.choose, choosePage({ token: visit.token, view, state }));
  if (standing === 'booked')
    return show(shown, titles.booked, bookedPage({ token: visit.token, view, booking: booking! }));
  const isOver = standing === 'expired' || standing === 'withdrawn';
  const body = endedPage({ ending: standing, contact });
  return show({ ...shown, status: shown.status ?? (isOver ? 410 : 200) }, ended[standing], body);
}

/** Step 2 for the moment with this id or start; with the moments that are left when it is not among them. */
export function confirmPage(shown: Shown, slot?: string): PageResult {
  const { visit, view, state } = shown;
  if (view.moments.length === 0) return standingPage(shown);
  const body = checkPage({ token: visit.token, view, state, slot: slot && momentOf(view, slot)?.id });
  return show(shown, respondTexts[visit.language].titles.check, body);
}

export function proposalPage(shown: Shown): PageResult {
  const { visit, view, state } = shown;
  const body = proposePage({ token: visit.token, view, state });
  return show(shown, respondTexts[visit.language].titles.propose, body);
}

/** Asks whether they are sure. */
export function askPage(shown: Shown, about: SurePageProps['about']): PageResult {
  const { visit, view } = shown;
  return show(
    shown,
    respondTexts[visit.language].titles[about],
    surePage({ token: visit.token, view, about }),
  );
}

export const momentOf = ({ moments }: RespondView, idOrStart: string): RespondMoment | undefined =>
  moments.find(({ id, start }) => id === idOrStart || start.getTime() === Date.parse(idOrStart));

function show({ view, status }: Shown, title: string, body: VNode): PageResult {
  return page(body, { title, layout: 'public', study: view.study, ...(status && { status }) });
}
