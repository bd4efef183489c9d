import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { offerStatuses } from './offer-status.js';

/** Slots put to a respondent, with a deadline. `proposal` is the respondent's own text, sealed. */
const OfferSchema = defineEntity({
  name: 'Offer',
  tableName: 'offer',
  properties: {
    id: idColumn(),
    studyId: () => p.manyToOne(Study).mapToPk().name('study_id').deleteRule('cascade'),
    respondentId: () => p.manyToOne(Respondent).mapToPk().name('respondent_id').deleteRule('cascade'),
    status: p.enum(offerStatuses).default('open'),
    expiresAt: instant(),
    proposal: p.blob().nullable(),
    appointmentId: () => p.manyToOne(Appointment).mapToPk().name('appointment_id').nullable(),
    createdById: p.uuid().nullable(),
    createdAt: createdAt(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['studyId', 'status'] }, { properties: ['respondentId'] }],
});
export class Offer extends OfferSchema.class {}
OfferSchema.setClass(Offer);
