import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import { canBecome, type RespondentStatus } from '../respondents/respondent-status.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { OfferClosed } from './appointments.errors.js';
import { ChangeAppointment } from './change-appointment.service.js';
import type { Offer } from './offer.entity.js';
import { OpenOffers } from './open-offers.js';

/** What a respondent does by link besides accepting; each is one transaction, and harmless when repeated. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly em: EntityManager,
    private readonly offers: OpenOffers,
    private readonly change: ChangeAppointment,
    private readonly cipher: Cipher,
  ) {}

  /** They would rather not take part; a booked interview is cancelled with it. No reason is asked. */
  decline(respondentId: string): Promise<void> {
    return this.locked(respondentId, async (respondent) => {
      const offer = await this.offers.newest(respondentId);
      const booked = await this.offers.scheduled(respondentId);
      if (booked) await this.change.cancel(booked.id, { respondentBecomes: 'declined' }, null);
      else if (offer?.status === 'declined') return;
      else if (!offer || !this.offers.isOpen(offer)) throw new OfferClosed();
      const change = becomeIfPossible(respondent, 'declined');
      if (offer) this.offers.answer(offer, 'declined', change);
    });
  }

  /** None of the moments fits: their own words are kept sealed for the coordinator. The offer stays open. */
  propose(respondentId: string, words: string): Promise<void> {
    return this.locked(respondentId, async (respondent) => {
      const offer = await this.offers.open(respondentId);
      const booked = await this.offers.scheduled(respondentId);
      offer.proposal = this.cipher.seal('vault', proposalContext(offer.id), words);
      this.offers.answer(offer, 'proposed', booked ? {} : becomeIfPossible(respondent, 'in-contact'));
    });
  }

  /** Cancels the booked interview in time; its offer opens again, so that another moment can be chosen at once. */
  cancel(respondentId: string): Promise<void> {
    return this.locked(respondentId, async () => {
      const booked = await this.offers.scheduled(respondentId);
      if (!booked) return;
      await this.offers.assertInTime(booked);
      await this.change.cancel(booked.id, {}, null);
      const offer = await this.offers.newest(respondentId);
      if (offer?.status === 'accepted') offer.status = 'open';
    });
  }

  /** What the respondent proposed, for those who plan. */
  proposalOf(offer: Pick<Offer, 'id' | 'proposal'>): string | null {
    return offer.proposal
      ? this.cipher.open('vault', proposalContext(offer.id), offer.proposal).toString('utf8')
      : null;
  }

  private locked(respondentId: string, act: (respondent: Respondent) => Promise<void>): Promise<void> {
    return this.em.transactional(async () => {
      const respondent = await lockRespondent(this.em, { id: respondentId });
      await act(respondent!);
    });
  }
}

const becomeIfPossible = (respondent: Respondent, status: RespondentStatus): object =>
  canBecome(respondent.status, status) ? respondent.become(status) : {};

const proposalContext = (offerId: string): string => `offer:${offerId}`;
