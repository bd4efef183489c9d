import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { OfferPageProps } from '../../templates/pages/appointments/offer-page.js';
import type { OfferPreviewPageProps } from '../../templates/pages/appointments/offer-preview-page.js';
import { dateOfDay, dayOfDate, zoneClock } from '../kernel/time/zone.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { RespondentNotFound } from '../respondents/respondents.errors.js';
import type { StudyScope } from '../studies/study-scope.js';
import { NoAddress, NothingChosen } from './appointments.errors.js';
import type { OfferQuery } from './appointments.schema.js';
import { weekAround } from './domain/week.js';
import { MomentProposals } from './moment-proposals.read-model.js';
import { OfferMail } from './offer-mail.service.js';
import { Offers } from './offers.service.js';
import { PlanningChoices } from './planning-choices.read-model.js';

/** What the pages that make an offer show. */
@Injectable()
export class OfferChoices {
  constructor(
    private readonly em: EntityManager,
    private readonly choices: PlanningChoices,
    private readonly proposals: MomentProposals,
    private readonly offers: Offers,
    private readonly mail: OfferMail,
  ) {}

  /** Throws RespondentNotFound, also for one of another study. */
  async about({ studyId, code }: StudyScope, id: string) {
    const respondent = await this.em.findOne(Respondent, { id, studyId });
    if (!respondent) throw new RespondentNotFound();
    const back = `/studies/${encodeURIComponent(code)}/respondents/${id}`;
    return { respondent, pseudonym: respondent.pseudonym, back };
  }

  async of(
    scope: StudyScope,
    id: string,
    query: OfferQuery,
  ): Promise<Omit<OfferPageProps, 'query' | 'faults'>> {
    const { respondent, pseudonym, back } = await this.about(scope, id);
    const options = await this.choices.of(scope);
    const week = weekAround(query.week ?? this.proposals.firstDay(options.study), scope.timezone);
    const day = dayOfDate(week.monday);
    const [sunday, earlier, later] = [6, -7, 7].map((days) => dateOfDay(day + days)) as [
      string,
      string,
      string,
    ];
    const free = await this.proposals.inWeek(options, { respondent, ...week });
    return { pseudonym, back, options, week: { monday: week.monday, sunday, earlier, later }, free };
  }

  /** The mail as it would be sent. Throws NothingChosen, NothingFree, NoAddress and what `Offers.plan` throws. */
  async preview(scope: StudyScope, id: string, query: OfferQuery): Promise<OfferPreviewPageProps> {
    const { pseudonym, back } = await this.about(scope, id);
    const { slot, count, mode, until } = query;
    if (slot.length === 0 && count === undefined) throw new NothingChosen();
    const chosen = slot.length > 0 ? { slots: slot } : { count };
    const expiresAt = until && endOfDay(until, scope.timezone);
    const plan = await this.offers.plan({
      respondentId: id,
      ...chosen,
      mode,
      expiresAt: expiresAt || undefined,
    });
    const mail = await this.mail.preview(plan);
    if (!mail) throw new NoAddress();
    return { pseudonym, back, plan, mail, language: plan.respondent.language };
  }
}

/** The last minute of a local day. */
function endOfDay(date: string, zone: string): Date {
  return new Date(zoneClock(zone).startOfDay(dayOfDate(date) + 1) - 60_000);
}
