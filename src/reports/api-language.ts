import type { FastifyRequest } from 'fastify';
import type { Language } from '../kernel/text/language.js';
import { chooseLanguage } from '../web/domain/choose-language.js';
import { languageInAddress } from '../web/request-language.js';

/** The language of sentences in the API: `?lang=`, else what Accept-Language asks for, else English. */
export const apiLanguageOf = (request: FastifyRequest): Language =>
  chooseLanguage({
    address: languageInAddress(request),
    acceptLanguage: `${request.headers['accept-language'] ?? ''},en;q=0.001`,
  });
