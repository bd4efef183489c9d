import type { StudyApp } from './study-app.js';

export interface GivenRespondent {
  readonly id: string;
  readonly pseudonym: string;
}

const header = 'site;role;name;email;phone;language';

/** So many social workers at one site, who can be mailed. */
export async function givenRespondents(app: StudyApp, count: number): Promise<readonly GivenRespondent[]> {
  const rows = Array.from(
    { length: count },
    (_, n) => `ZWO;SW;Persoon ${n + 1};persoon${n + 1}@example.org;;nl`,
  );
  const payload = [header, ...rows].join('\n');
  const headers = { 'content-type': 'text/csv' };
  const url = '/studies/STP/respondents/import';
  const answer = await app.api('coordinator', { method: 'POST', url, headers, payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const list = await app.api('coordinator', { method: 'GET', url: '/studies/STP/respondents?limit=100' });
  return list.json<{ items: GivenRespondent[] }>().items;
}

export interface GivenSlot {
  readonly start: string;
  readonly end?: string;
  readonly interviewer: string;
}

export interface GivenOffer {
  readonly id: string;
  readonly url: string;
  /** Path of the respondent's page. */
  readonly path: string;
  readonly slots: readonly { readonly id: string; readonly start: string; readonly interviewer: string }[];
}

/** Puts these moments, or a number of them, to a respondent. */
export async function givenOffer(
  app: StudyApp,
  respondentId: string,
  body: { readonly slots?: readonly GivenSlot[]; readonly count?: number; readonly expiresAt?: string },
): Promise<GivenOffer> {
  const url = `/respondents/${respondentId}/offers`;
  const answer = await app.api('coordinator', { method: 'POST', url, payload: body });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const offer = answer.json<Omit<GivenOffer, 'path'>>();
  return { ...offer, path: new URL(offer.url).pathname };
}
