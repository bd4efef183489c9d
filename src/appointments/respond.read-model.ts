import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import {
  ConsentReadModel,
  type AnsweredStatement,
  type AskedStatement,
} from '../consent/consent.read-model.js';
import type { Language } from '../kernel/text/language.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import type { InterviewMode } from '../studies/study-parts.js';
import { StudyTeam, type TeamContact } from '../studies/study-team.service.js';
import { Study } from '../studies/study.entity.js';
import { placeOf, routeUrl } from './appointment-place.js';
import type { Appointment } from './appointment.entity.js';
import type { Standing } from './domain/respondent-standing.js';
import { OfferStanding } from './offer-standing.read-model.js';
import type { OfferSlot } from './offer-slot.entity.js';

/** A moment as its respondent sees it. */
export interface RespondMoment {
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
  readonly interviewer: string;
  readonly place: string;
  readonly mode: InterviewMode;
}

export interface RespondBooking extends RespondMoment {
  /** What to name when calling. */
  readonly reference: string;
  readonly routeUrl: string | null;
  /** Until when it can be moved or cancelled by link. */
  readonly changeUntil: Date;
  readonly canChange: boolean;
}

export interface RespondView {
  readonly standing: Standing;
  readonly study: { readonly code: string; readonly title: string; readonly timezone: string };
  readonly contact: TeamContact;
  readonly siteName: string;
  readonly durationMinutes: number;
  /** The newest offer's deadline. */
  readonly deadline: Date | null;
  /** Offered moments that everybody can still make; also to move to. */
  readonly moments: readonly RespondMoment[];
  /** The booked interview, or the last one when that is over. */
  readonly booking: RespondBooking | null;
  /** The respondent cancelled, and can choose again. */
  readonly wasCancelled: boolean;
  readonly asked: readonly AskedStatement[];
  readonly answered: readonly AnsweredStatement[];
}

/** Everything that a respondent's own page shows. */
@Injectable()
export class RespondReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly offers: OfferStanding,
    private readonly consent: ConsentReadModel,
    private readonly team: StudyTeam,
  ) {}

  async of(respondentId: string, language: Language): Promise<RespondView> {
    const respondent = await this.em.findOneOrFail(Respondent, { id: respondentId });
    const { studyId, siteId } = respondent;
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const site = await this.em.findOneOrFail(Site, { id: siteId });
    const now = await this.offers.of(study, respondent);
    const names = await this.names([...now.free, ...(now.appointment ? [now.appointment] : [])]);
    const told = { site, names, language };
    return {
      standing: now.standing,
      study: { code: study.code, title: study.title, timezone: study.timezone },
      contact: await this.team.contact(studyId),
      siteName: site.name,
      durationMinutes: interviewRules(study.interviews).durationMinutes,
      deadline: now.offer?.expiresAt ?? null,
      moments: now.free.map((slot) => momentOf(slot, told)),
      booking: now.appointment && { ...bookingOf(now.appointment, told), ...now.change! },
      wasCancelled: now.wasCancelled,
      asked: await this.consent.asked(studyId, language),
      answered: await this.consent.answered(studyId, respondentId, language),
    };
  }

  /** What may be told of a study to somebody whose link no longer opens anything. */
  async study(studyId: string): Promise<Pick<RespondView, 'study' | 'contact'>> {
    const { code, title, timezone } = await this.em.findOneOrFail(Study, { id: studyId });
    return { study: { code, title, timezone }, contact: await this.team.contact(studyId) };
  }

  private async names(of: readonly { interviewerId: string }[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(of.map(({ interviewerId }) => interviewerId))];
    const accounts = await this.em.find(Account, { id: { $in: ids } });
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }
}

interface Told {
  readonly site: Site;
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
}

function momentOf(moment: OfferSlot | Appointment, { site, names, language }: Told): RespondMoment {
  const { id, startsAt: start, endsAt: end, interviewerId, mode } = moment;
  const place = placeOf(moment, site, language);
  return { id, start, end, interviewer: names.get(interviewerId) ?? '', place, mode };
}

function bookingOf(appointment: Appointment, told: Told) {
  return {
    ...momentOf(appointment, told),
    reference: referenceOf(appointment),
    routeUrl: routeUrl(appointment, told.site),
  };
}

/** Short enough to say aloud; says nothing about who it is. */
export const referenceOf = ({ id }: Pick<Appointment, 'id'>): string => id.slice(-8).toUpperCase();
