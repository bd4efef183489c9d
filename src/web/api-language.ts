import type { FastifyRequest } from 'fastify';
import type { Language } from '../kernel/text/language.js';
import { chooseLanguage } from './domain/choose-language.js';
import { languageInAddress } from './request-language.js';

/** The language of sentences in the API: `?lang=`, else what Accept-Language asks for, else English. */
export const apiLanguageOf = (request: FastifyRequest): Language =>
  chooseLanguage({
    address: languageInAddress(request),
    acceptLanguage: `${request.headers['accept-language'] ?? ''},en;q=0.001`,
  });
