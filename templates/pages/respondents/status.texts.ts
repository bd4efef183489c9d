import type { RespondentStatus } from '../../../src/respondents/respondent-status.js';
import type { Tone } from '../../partials/badge.js';
import { defineTexts } from '../../partials/define-texts.js';

/** Where somebody's recruitment stands, as people say it. */
export const statusTexts = defineTexts({
  nl: {
    identified: 'Nog niet benaderd',
    approached: 'Benaderd',
    'in-contact': 'In gesprek',
    agreed: 'Wil meedoen',
    scheduled: 'Afspraak gepland',
    interviewed: 'Geïnterviewd',
    declined: 'Doet niet mee',
    'not-reached': 'Niet bereikt',
    'not-eligible': 'Hoort niet bij de doelgroep',
    withdrew: 'Teruggetrokken',
    reserve: 'Reserve',
  } satisfies Record<RespondentStatus, string>,
  en: {
    identified: 'Not approached yet',
    approached: 'Approached',
    'in-contact': 'In contact',
    agreed: 'Agreed',
    scheduled: 'Appointment planned',
    interviewed: 'Interviewed',
    declined: 'Declined',
    'not-reached': 'Not reached',
    'not-eligible': 'Not eligible',
    withdrew: 'Withdrew',
    reserve: 'Reserve',
  },
});

export const statusTones: Readonly<Record<RespondentStatus, Tone>> = {
  identified: 'neutral',
  approached: 'info',
  'in-contact': 'info',
  agreed: 'warn',
  scheduled: 'ok',
  interviewed: 'ok',
  declined: 'bad',
  'not-reached': 'bad',
  'not-eligible': 'bad',
  withdrew: 'bad',
  reserve: 'neutral',
};
