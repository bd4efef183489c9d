import type { FastifyRequest } from 'fastify';
import { asLanguage, type Language } from '../kernel/text/language.js';
import { chooseLanguage } from './domain/choose-language.js';

/** `?lang=` of the request, when it names one of our languages. */
export function languageInAddress(request: FastifyRequest): Language | undefined {
  const lang = (request.query as { lang?: unknown } | undefined)?.lang;
  return typeof lang === 'string' ? asLanguage(lang) : undefined;
}

/** The language in which this request is answered. */
export const languageOf = (request: FastifyRequest): Language =>
  chooseLanguage({
    address: languageInAddress(request),
    cookie: request.cookies?.lang,
    account: request.viewer?.language,
    acceptLanguage: request.headers['accept-language'],
  });
