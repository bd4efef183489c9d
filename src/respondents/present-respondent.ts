import type { z } from 'zod';
import type { Contact } from '../vault/contact.schema.js';
import type { RespondentPage, RespondentView } from './respondents.read-model.js';
import type { respondentsPage, respondentView } from './respondents.schema.js';

/** As the API lists it. */
export function presentListed(respondent: RespondentView) {
  const { id, pseudonym, site, role, status, language, source, createdAt, updatedAt } = respondent;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, pseudonym, site, role, status, language, source, ...times };
}

export function presentPage({ items, nextCursor }: RespondentPage): z.output<typeof respondentsPage> {
  return { items: items.map(presentListed), nextCursor };
}

/** As the API shows one; without `contact` for those who may not see it, or when it is erased. */
export function presentRespondent(
  respondent: RespondentView,
  contact: Contact | undefined,
): z.output<typeof respondentView> {
  return { ...presentListed(respondent), windows: respondent.windows, ...(contact && { contact }) };
}
