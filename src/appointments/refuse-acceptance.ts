import { respondTexts } from '../../templates/pages/respond/respond.texts.js';
import { ConsentMissing } from '../consent/consent.errors.js';
import type { DomainError } from '../kernel/http/domain-error.js';
import type { Language } from '../kernel/text/language.js';
import { SlotNotFree, TimeTakenAlready } from '../scheduling/scheduling.errors.js';
import type { PageResult } from '../web/page.js';
import { OfferClosed, RecruitmentOver, SlotNotOffered, TooLateToChange } from './appointments.errors.js';
import type { SentAcceptance } from './domain/read-acceptance.js';
import { confirmPage, standingPage, type Shown } from './respond-page.js';

/** The page for a moment that could not be taken: what was ticked stays. Undefined for what no page explains. */
export function refusedPage(error: DomainError, shown: Shown, sent: SentAcceptance): PageResult | undefined {
  const given = { consent: sent.consent };
  const { language } = shown.visit;
  const t = respondTexts[language];
  const slotFault = (message: string) => ({ given, faults: [{ path: 'slot', message }] });
  if (error instanceof ConsentMissing) {
    const state = { given, faults: missingFaults(error, language) };
    return confirmPage({ ...shown, status: 422, state }, sent.slot);
  }
  if (error instanceof SlotNotFree || error instanceof TimeTakenAlready)
    return confirmPage({ ...shown, status: 409, state: slotFault(isTaken(error) ? t.taken : t.gone) });
  if (error instanceof SlotNotOffered)
    return confirmPage({ ...shown, status: 422, state: slotFault(t.chooseOne) });
  if (error instanceof OfferClosed) return standingPage({ ...shown, status: 410 });
  if (error instanceof TooLateToChange || error instanceof RecruitmentOver)
    return standingPage({ ...shown, status: 409 });
  return undefined;
}

const missingFaults = ({ statements }: ConsentMissing, language: Language) =>
  statements.map((code) => ({ path: `consent.${code}`, message: respondTexts[language].consentMissing }));

/** Somebody else was faster, as opposed to a moment that came too close or lost its interviewer. */
const isTaken = (error: SlotNotFree | TimeTakenAlready): boolean =>
  error instanceof TimeTakenAlready || ['busy', 'buffer', 'daily-maximum'].includes(error.obstacle);
