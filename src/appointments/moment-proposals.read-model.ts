import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { DAY, zoneClock, type LocalDate } from '../kernel/time/zone.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { Slots } from '../scheduling/slots.service.js';
import type { Slot } from '../scheduling/slots/find-slots.js';
import { dayToShow } from './domain/week.js';
import { meetingDates } from './domain/meeting-dates.js';
import type { PlanningOptions } from './planning-choices.read-model.js';

/** A free moment that the planning pages put forward. */
export interface Proposal {
  readonly start: Date;
  readonly end: Date;
  readonly interviewerId: string;
  readonly interviewer: string;
}

export interface Nearby {
  readonly respondent?: Respondent | undefined;
  /** Look from ten days before to ten days after; from now on if left out. */
  readonly around?: Date | undefined;
  /** The appointment that is to move. */
  readonly except?: string | undefined;
}

const PROPOSALS = 8;
const MEETINGS = 6;
const MARGIN = 10 * DAY;
const HOUR = 3_600_000;

/** Free moments to begin with, so that nobody has to search. */
@Injectable()
export class MomentProposals {
  constructor(
    private readonly slots: Slots,
    private readonly clock: Clock,
  ) {}

  /** For an interview: spread over days and interviewers, by start. */
  async nearby(
    { study, interviewers }: PlanningOptions,
    { respondent, around, except }: Nearby,
  ): Promise<readonly Proposal[]> {
    const from = around && new Date(Math.max(around.getTime() - MARGIN, this.clock.now().getTime()));
    const to = around && new Date(around.getTime() + MARGIN);
    const found = await this.slots.spread({ study, respondent, from, to, except }, PROPOSALS);
    return found.map((slot) => proposalOf(slot, interviewers));
  }

  /** Free moments of a week on the whole hour: few enough to choose from. */
  async inWeek(
    { study, interviewers }: PlanningOptions,
    { respondent, from, to }: { readonly respondent: Respondent; readonly from: Date; readonly to: Date },
  ): Promise<readonly Proposal[]> {
    const found = await this.slots.find({ study, respondent, from, to });
    const clock = zoneClock(study.timezone);
    const onTheHour = found.filter(({ start }) => clock.wallAt(start) % HOUR === 0);
    return onTheHour.map((slot) => proposalOf(slot, interviewers));
  }

  /** The day to begin with: today, or the nearest day of the fieldwork. */
  firstDay({ fieldworkFrom: from, fieldworkTo: to, timezone: zone }: PlanningOptions['study']): LocalDate {
    return dayToShow(this.clock.now(), { from, to, zone });
  }

  /** For an observation: the dates of the site's weekly meetings that an interviewer can make. */
  async meetings({ study, interviewers }: PlanningOptions, site: string): Promise<readonly Proposal[]> {
    const { meetings = [], durationMinutes = 0 } = study.observations ?? {};
    const period = {
      now: this.clock.now(),
      from: study.fieldworkFrom,
      to: study.fieldworkTo,
      zone: study.timezone,
    };
    const dates = meetings
      .filter((meeting) => meeting.site === site)
      .flatMap((meeting) => meetingDates(meeting, { ...period, count: MEETINGS }));
    const moments = dates.flatMap((start) =>
      interviewers.map(({ value: interviewerId, label: interviewer }) => {
        return {
          start,
          end: new Date(start.getTime() + durationMinutes * 60_000),
          interviewerId,
          interviewer,
        };
      }),
    );
    const obstacles = await this.slots.obstacles({ study }, moments);
    return moments.filter((_, place) => obstacles[place] === undefined);
  }
}

function proposalOf(
  { start, end, interviewerId }: Slot,
  interviewers: PlanningOptions['interviewers'],
): Proposal {
  const interviewer = interviewers.find(({ value }) => value === interviewerId)?.label ?? '';
  return { start: new Date(start), end: new Date(end), interviewerId, interviewer };
}
