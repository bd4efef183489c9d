import type { LightMyRequestResponse } from 'fastify';
import { Accounts } from '../../src/auth/accounts.service.js';
import { Sessions } from '../../src/auth/sessions.service.js';
import type { Role, RunningProduct } from './running-product.js';

export type ReaderName = Role | 'outsider' | 'nobody';

export interface Question {
  readonly method: string;
  readonly url: string;
  /** JSON under /api, else a form; a string is a file. */
  readonly body?: object | string | undefined;
  /** Leave out what proves that a form is our own. */
  readonly isForged?: boolean;
}

/** Address of the outsider: the coordinator of another study. */
export const outsiderAddress = 'buitenstaander@example.org';

/** Asks the product something as somebody, in a session of its own: signing out ends no other. */
export async function askAs(
  product: RunningProduct,
  reader: ReaderName,
  { method, url, body, isForged = false }: Question,
): Promise<LightMyRequestResponse> {
  const isApi = url.startsWith('/api/');
  const session = await signIn(product, reader, isApi ? 'api' : 'web');
  const identity = isApi
    ? { ...(session && { authorization: `Bearer ${session.token}` }) }
    : { accept: 'text/html', ...(session && { cookie: `veldwerk_session=${session.token}; lang=nl` }) };
  const sent = method === 'GET' ? {} : written(body, isApi, isForged ? '' : (session?.csrf ?? ''));
  const { payload, type } = sent as { payload?: string; type?: string };
  const headers = { ...identity, ...(type && { 'content-type': type }) };
  return (await product.app.inject({
    method: method as 'GET',
    url,
    headers,
    payload,
  })) as LightMyRequestResponse;
}

function written(body: object | string | undefined, isApi: boolean, csrf: string) {
  if (typeof body === 'string') return { payload: body, type: typeOfFile(body) };
  if (isApi) return body ? { payload: JSON.stringify(body), type: 'application/json' } : {};
  const form = new URLSearchParams({ ...(body as Record<string, string>), _csrf: csrf });
  return { payload: form.toString(), type: 'application/x-www-form-urlencoded' };
}

/** A list of respondents, a mail, or else a study file. */
function typeOfFile(text: string): string {
  if (text.startsWith('site;')) return 'text/csv';
  return /^[A-Z][A-Za-z-]+: /.test(text) ? 'message/rfc822' : 'application/yaml';
}

async function signIn(product: RunningProduct, reader: ReaderName, kind: 'api' | 'web') {
  if (reader === 'nobody') return undefined;
  return product.within(async () => {
    const accountId =
      reader === 'outsider'
        ? (await product.get(Accounts).findByEmail(outsiderAddress))!.id
        : product.accountOf(reader);
    const { token } = await product.get(Sessions).open(accountId, kind);
    return { token, csrf: (await product.get(Sessions).find(token))!.csrfToken };
  });
}
