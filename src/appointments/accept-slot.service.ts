import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConsentAnswers } from '../consent/consent-answers.service.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { Study } from '../studies/study.entity.js';
import type { Appointment } from './appointment.entity.js';
import { BookAppointment } from './book-appointment.service.js';
import { ChangeAppointment } from './change-appointment.service.js';
import type { OfferSlot } from './offer-slot.entity.js';
import { OpenOffers } from './open-offers.js';

export interface Acceptance {
  readonly respondentId: string;
  /** A slot's id, or its start. */
  readonly slot: string;
  /** Codes of the consent statements that were ticked. */
  readonly consent: readonly string[];
}

/** A respondent takes an offered moment: everything that follows from it is one transaction. */
@Injectable()
export class AcceptSlot {
  constructor(
    private readonly em: EntityManager,
    private readonly offers: OpenOffers,
    private readonly booking: BookAppointment,
    private readonly change: ChangeAppointment,
    private readonly consent: ConsentAnswers,
  ) {}

  /**
   * Books the moment; moves the interview there when one is booked already; does nothing when it is booked at that
   * moment. Throws SlotNotFree or TimeTakenAlready when somebody was faster, ConsentMissing, OfferClosed.
   */
  accept(acceptance: Acceptance): Promise<Appointment> {
    const { respondentId, slot: wanted } = acceptance;
    return this.em.transactional(async () => {
      const respondent = await lockRespondent(this.em, { id: respondentId });
      const { offer, slot } = await this.offers.slot(respondentId, wanted);
      const booked = await this.offers.scheduled(respondentId);
      if (booked && isAt(booked, slot)) return booked;
      this.offers.assertChoosable(offer, booked);
      const appointment = booked
        ? await this.move(booked, slot)
        : await this.book(respondent!, acceptance.consent, slot);
      await this.offers.accept(offer, appointment);
      return appointment;
    });
  }

  private async book(
    respondent: Respondent,
    given: readonly string[],
    slot: OfferSlot,
  ): Promise<Appointment> {
    const study = await this.em.findOneOrFail(Study, { id: respondent.studyId });
    await this.consent.record({
      studyId: study.id,
      respondentId: respondent.id,
      given,
      channel: 'link',
      recordedById: null,
    });
    return this.booking.book({
      study,
      respondent,
      kind: 'interview',
      siteId: respondent.siteId,
      interviewerId: slot.interviewerId,
      start: slot.startsAt,
      end: slot.endsAt,
      mode: slot.mode,
      actorId: null,
    });
  }

  private async move(booked: Appointment, slot: OfferSlot): Promise<Appointment> {
    await this.offers.assertInTime(booked);
    const { startsAt: start, endsAt: end, interviewerId, mode } = slot;
    return this.change.move(booked.id, { start, end, interviewerId, mode }, null);
  }
}

function isAt(appointment: Appointment, slot: OfferSlot): boolean {
  const sameStart = appointment.startsAt.getTime() === slot.startsAt.getTime();
  return sameStart && appointment.interviewerId === slot.interviewerId;
}
