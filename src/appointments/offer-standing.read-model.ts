import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { canBecome } from '../respondents/respondent-status.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { Slots } from '../scheduling/slots.service.js';
import type { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { canChangeByLink, changeDeadline } from './change-by-link.js';
import { isOpenOffer, respondentStanding, type Standing } from './domain/respondent-standing.js';
import { OfferSlot } from './offer-slot.entity.js';
import { Offer } from './offer.entity.js';

/** Where a respondent stands between offer and interview. */
export interface RespondentNow {
  readonly standing: Standing;
  readonly offer: Offer | null;
  readonly appointment: Appointment | null;
  /** Until when the appointment can be changed by link, and whether that is still ahead. */
  readonly change: { readonly changeUntil: Date; readonly canChange: boolean } | null;
  /** Moments of the offer that can be chosen, by start; the booked one is not among them. */
  readonly free: readonly OfferSlot[];
  readonly wasCancelled: boolean;
}

/** Reads offers and appointments of one respondent, afresh: others may be choosing at the same moment. */
@Injectable()
export class OfferStanding {
  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly clock: Clock,
  ) {}

  async of(study: Study, respondent: Respondent): Promise<RespondentNow> {
    const now = this.clock.now();
    const offer = await this.offer(respondent.id);
    const appointment = await this.appointment(respondent.id);
    const isOver = !canBecome(respondent.status, 'scheduled');
    const standing = respondentStanding({ offer, appointment, isOver, now });
    const canChange = standing === 'booked' && canChangeByLink(study, appointment!.startsAt, now);
    const canMove = canChange && offer !== null && (isOpenOffer(offer, now) || isLive(offer, now));
    const canChoose = standing === 'open' || standing === 'proposed' || canMove;
    return {
      standing,
      offer,
      appointment,
      change: appointment && { changeUntil: changeDeadline(study, appointment.startsAt), canChange },
      free: offer && canChoose ? await this.free(study, { respondent, offer, appointment }) : [],
      wasCancelled: appointment?.status === 'cancelled' && offer?.appointmentId === appointment.id,
    };
  }

  private async free(
    study: Study,
    {
      respondent,
      offer,
      appointment,
    }: { respondent: Respondent; offer: Offer; appointment: Appointment | null },
  ): Promise<readonly OfferSlot[]> {
    const booked = appointment?.status === 'scheduled' ? appointment : null;
    const slots = await this.em.find(OfferSlot, { offerId: offer.id }, { orderBy: { startsAt: 1, id: 1 } });
    const others = slots.filter((slot) => !booked || !isSame(slot, booked));
    const moments = others.map(({ interviewerId, startsAt: start, endsAt: end }) => ({
      interviewerId,
      start,
      end,
    }));
    const obstacles = await this.slots.obstacles({ study, respondent, except: booked?.id }, moments);
    return others.filter((_, place) => obstacles[place] === undefined);
  }

  private offer(respondentId: string): Promise<Offer | null> {
    const orderBy = { createdAt: 'desc', id: 'desc' } as const;
    return this.em.findOne(Offer, { respondentId }, { orderBy, refresh: true });
  }

  /** The scheduled one, else the newest. */
  private async appointment(respondentId: string): Promise<Appointment | null> {
    const scheduled = { respondentId, status: 'scheduled' } as const;
    const orderBy = { createdAt: 'desc', id: 'desc' } as const;
    return (
      (await this.em.findOne(Appointment, scheduled, { refresh: true })) ??
      this.em.findOne(Appointment, { respondentId }, { orderBy, refresh: true })
    );
  }
}

/** An accepted offer's other moments stay open, to move to, until its deadline. */
const isLive = ({ status, expiresAt }: Offer, now: Date): boolean => status === 'accepted' && expiresAt > now;

const isSame = (slot: OfferSlot, { startsAt, interviewerId }: Appointment): boolean =>
  slot.startsAt.getTime() === startsAt.getTime() && slot.interviewerId === interviewerId;
