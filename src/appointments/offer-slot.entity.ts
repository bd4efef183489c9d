import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../auth/account.entity.js';
import { idColumn, instant } from '../kernel/database/columns.js';
import { interviewModes } from '../studies/study-parts.js';
import { Offer } from './offer.entity.js';

/** One moment that an offer puts to the respondent. */
const OfferSlotSchema = defineEntity({
  name: 'OfferSlot',
  tableName: 'offer_slot',
  properties: {
    id: idColumn(),
    offerId: () => p.manyToOne(Offer).mapToPk().name('offer_id').deleteRule('cascade'),
    interviewerId: () => p.manyToOne(Account).mapToPk().name('interviewer_id'),
    startsAt: instant(),
    endsAt: instant(),
    mode: p.enum(interviewModes),
  },
  indexes: [{ properties: ['offerId', 'startsAt'] }],
});
export class OfferSlot extends OfferSlotSchema.class {}
OfferSlotSchema.setClass(OfferSlot);
