import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { MINUTE, zoneClock } from '../kernel/time/zone.js';
import { lockRespondent } from '../respondents/lock-respondent.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { canBecome } from '../respondents/respondent-status.js';
import { SlotNotFree, UnknownInterviewer } from '../scheduling/scheduling.errors.js';
import { Slots } from '../scheduling/slots.service.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import type { InterviewMode } from '../studies/study-parts.js';
import { Study } from '../studies/study.entity.js';
import { NoAddress, NothingFree, OfferExpiresTooSoon, RecruitmentOver } from './appointments.errors.js';
import { OfferMail } from './offer-mail.service.js';
import { Offer } from './offer.entity.js';
import { OfferSlot } from './offer-slot.entity.js';

export interface SlotChoice {
  readonly start: Date;
  /** The study's usual duration after the start if left out. */
  readonly end?: Date | undefined;
  readonly interviewer: string;
  readonly mode?: InterviewMode | undefined;
}

/** With nothing left open. */
export interface ChosenSlot {
  readonly start: Date;
  readonly end: Date;
  /** Account. */
  readonly interviewer: string;
  readonly mode: InterviewMode;
}

/** What an offer would hold. */
export interface PlannedOffer {
  readonly study: Study;
  readonly respondent: Respondent;
  readonly choices: readonly ChosenSlot[];
  readonly expiresAt: Date;
}

export interface OfferRequest {
  readonly respondentId: string;
  /** The moments to offer; or how many to find. */
  readonly slots?: readonly SlotChoice[] | undefined;
  readonly count?: number | undefined;
  /** Found moments start no earlier than this. */
  readonly from?: Date | undefined;
  readonly expiresAt?: Date | undefined;
  readonly mode?: InterviewMode | undefined;
  /** Null when the study's settings ask for it. */
  readonly actorId: string | null;
}

export interface MadeOffer {
  readonly offer: Offer;
  readonly slots: readonly OfferSlot[];
  readonly url: string;
  /** The site's code. */
  readonly site: string;
}

const DEFAULT_COUNT = 5;
const DEFAULT_DAYS = 7;

/** Puts slots to respondents. */
@Injectable()
export class Offers {
  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly mail: OfferMail,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Offers the chosen or found moments by mail, in place of an earlier open offer. Throws NothingFree, NoAddress,
   * MailStopped, RecruitmentOver, or SlotNotFree for a chosen moment that somebody can't make.
   */
  make(request: OfferRequest): Promise<MadeOffer> {
    return this.em.transactional(async () => {
      await lockRespondent(this.em, { id: request.respondentId });
      const plan = await this.plan(request);
      const { study, respondent } = plan;
      await this.withdrawOpen(respondent.id, request.actorId);
      const made = this.create(plan, request.actorId);
      const isNew = respondent.status === 'identified' || respondent.status === 'reserve';
      const change = isNew ? respondent.become('approached') : {};
      await this.em.flush();
      const url = await this.mail.send(study, respondent, made);
      if (!url) throw new NoAddress();
      const data = { offer: made.offer.id, slots: made.slots.length, until: plan.expiresAt.toISOString() };
      this.record('offer.sent', respondent, request.actorId, { ...data, ...change });
      const { code: site } = await this.em.findOneOrFail(Site, { id: respondent.siteId });
      return { ...made, url, site };
    });
  }

  /** What would be offered, without offering it. Throws as `make` does. */
  async plan(request: Omit<OfferRequest, 'actorId'>): Promise<PlannedOffer> {
    const respondent = await this.em.findOneOrFail(Respondent, { id: request.respondentId });
    const study = await this.em.findOneOrFail(Study, { id: respondent.studyId });
    if (!canBecome(respondent.status, 'scheduled')) throw new RecruitmentOver(respondent.status);
    const choices = await this.choices(study, respondent, request);
    if (choices.length === 0) throw new NothingFree();
    return { study, respondent, choices, expiresAt: this.deadline(request, study, choices) };
  }

  /** Takes an open offer back; the respondent's page then says so. */
  withdraw(respondentId: string, actorId: string): Promise<void> {
    return this.em.transactional(async () => {
      await lockRespondent(this.em, { id: respondentId });
      await this.withdrawOpen(respondentId, actorId);
    });
  }

  private async withdrawOpen(respondentId: string, actorId: string | null): Promise<void> {
    const open = await this.em.find(Offer, { respondentId, status: { $in: ['open', 'proposed'] } });
    for (const offer of open) {
      offer.status = 'withdrawn';
      this.record('offer.withdrawn', { id: respondentId, studyId: offer.studyId }, actorId, {
        offer: offer.id,
      });
    }
  }

  private async choices(
    study: Study,
    respondent: Respondent,
    request: Omit<OfferRequest, 'actorId'>,
  ): Promise<ChosenSlot[]> {
    const { durationMinutes, modes } = interviewRules(study.interviews);
    const mode = request.mode ?? modes[0]!;
    if (!request.slots) {
      const found = await this.slots.spread(
        { study, respondent, from: request.from },
        request.count ?? DEFAULT_COUNT,
      );
      return found.map((s) => ({
        start: new Date(s.start),
        end: new Date(s.end),
        interviewer: s.interviewerId,
        mode,
      }));
    }
    const chosen = request.slots.map((slot) => ({
      start: slot.start,
      end: slot.end ?? new Date(slot.start.getTime() + durationMinutes * MINUTE),
      interviewer: slot.interviewer,
      mode: slot.mode ?? mode,
    }));
    const moments = chosen.map(({ start, end, interviewer: interviewerId }) => ({
      start,
      end,
      interviewerId,
    }));
    const obstacle = (await this.slots.obstacles({ study, respondent }, moments)).find(Boolean);
    if (obstacle === 'no-interviewer') throw new UnknownInterviewer();
    if (obstacle) throw new SlotNotFree(obstacle);
    return chosen;
  }

  /** A week and the rest of that day, or the last moment's start when that comes first. Throws OfferExpiresTooSoon. */
  private deadline(
    { expiresAt }: Pick<OfferRequest, 'expiresAt'>,
    study: Study,
    choices: readonly ChosenSlot[],
  ): Date {
    const now = this.clock.now().getTime();
    if (expiresAt && expiresAt.getTime() <= now) throw new OfferExpiresTooSoon();
    const clock = zoneClock(study.timezone);
    const usual = clock.startOfDay(clock.dayAt(now) + DEFAULT_DAYS + 1) - MINUTE;
    const last = Math.max(...choices.map(({ start }) => start.getTime()));
    return new Date(Math.min(expiresAt?.getTime() ?? usual, last));
  }

  private create({ study, respondent, expiresAt, choices }: PlannedOffer, actorId: string | null) {
    const row = { studyId: study.id, respondentId: respondent.id, expiresAt, createdById: actorId };
    const offer = this.em.create(Offer, row, { persist: true });
    const slots = choices.map(({ start, end, interviewer, mode }) => {
      const columns = { interviewerId: interviewer, startsAt: start, endsAt: end, mode };
      return this.em.create(OfferSlot, { ...columns, offerId: offer.id }, { persist: true });
    });
    return { offer, slots };
  }

  private record(
    kind: string,
    subject: Pick<Respondent, 'id' | 'studyId'>,
    actorId: string | null,
    data: object,
  ): void {
    this.ledger.append({ studyId: subject.studyId, kind, actorId, subjectId: subject.id, data: { ...data } });
  }
}
