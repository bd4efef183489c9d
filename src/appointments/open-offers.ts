import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitations } from '../calendar/invitations.service.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { OfferClosed, SlotNotOffered, TooLateToChange } from './appointments.errors.js';
import { canChangeByLink } from './change-by-link.js';
import { isOpenOffer } from './domain/respondent-standing.js';
import { OfferSlot } from './offer-slot.entity.js';
import type { OfferStatus } from './offer-status.js';
import { Offer } from './offer.entity.js';

export interface OfferedSlot {
  readonly offer: Offer;
  readonly slot: OfferSlot;
}

/** Offers as their respondents find and answer them. */
@Injectable()
export class OpenOffers {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly invitations: Invitations,
  ) {}

  /** The respondent's newest offer, whatever became of it. */
  newest(respondentId: string): Promise<Offer | null> {
    return this.em.findOne(
      Offer,
      { respondentId },
      { orderBy: { createdAt: 'desc', id: 'desc' }, refresh: true },
    );
  }

  /** The newest offer when it can still be answered. Throws OfferClosed. */
  async open(respondentId: string): Promise<Offer> {
    const offer = await this.newest(respondentId);
    if (!offer || !this.isOpen(offer)) throw new OfferClosed();
    return offer;
  }

  /** A slot of the newest offer by its id or its start. Throws SlotNotOffered, or OfferClosed without any offer. */
  async slot(respondentId: string, idOrStart: string): Promise<OfferedSlot> {
    const offer = await this.newest(respondentId);
    if (!offer) throw new OfferClosed();
    const slots = await this.em.find(OfferSlot, { offerId: offer.id });
    const start = Date.parse(idOrStart);
    const slot = slots.find(({ id, startsAt }) => id === idOrStart || startsAt.getTime() === start);
    if (!slot) throw new SlotNotOffered();
    return { offer, slot };
  }

  isOpen(offer: Offer): boolean {
    return isOpenOffer(offer, this.clock.now());
  }

  /** An accepted offer's other moments can still be chosen until its deadline. */
  assertChoosable(offer: Offer, booked: Appointment | null): void {
    const stillMoves = booked && offer.status === 'accepted' && offer.expiresAt > this.clock.now();
    if (!this.isOpen(offer) && !stillMoves) throw new OfferClosed();
  }

  /** The interview that the respondent has ahead of them or that was not closed yet. */
  scheduled(respondentId: string): Promise<Appointment | null> {
    return this.em.findOne(Appointment, { respondentId, status: 'scheduled' }, { refresh: true });
  }

  /** Throws TooLateToChange once the study needs to know for sure. */
  async assertInTime({ studyId, startsAt }: Appointment): Promise<void> {
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    if (!canChangeByLink(study, startsAt, this.clock.now())) throw new TooLateToChange();
  }

  /** The respondent chose one of its moments: that answers the invitation as well, until their calendar says otherwise. */
  async accept(offer: Offer, { id: subjectId, studyId }: Appointment): Promise<void> {
    offer.appointmentId = subjectId;
    this.answer(offer, 'accepted', { appointment: subjectId });
    await this.em.flush();
    const respondent = { kind: 'respondent', id: offer.respondentId } as const;
    await this.invitations.answered(respondent, { studyId, subjectId }, { answer: 'accepted', by: 'page' });
  }

  /** The respondent's answer, in the offer and in the ledger. */
  answer(offer: Offer, status: OfferStatus, data: object = {}): void {
    offer.status = status;
    const { studyId, respondentId: subjectId, id } = offer;
    this.ledger.append({ studyId, kind: `offer.${status}`, subjectId, data: { offer: id, ...data } });
  }
}
