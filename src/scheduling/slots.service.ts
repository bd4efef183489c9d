import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { DAY, zoneClock, dayOfDate } from '../kernel/time/zone.js';
import type { Respondent } from '../respondents/respondent.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';
import type { Study } from '../studies/study.entity.js';
import { Calendars } from './calendars.read-model.js';
import { RangeTooLong, SlotNotFree, UnknownInterviewer } from './scheduling.errors.js';
import { findSlots, type Slot } from './slots/find-slots.js';
import type { Interval } from './slots/intervals.js';
import { MAX_RANGE_DAYS, type RespondentTime, type SlotRules } from './slots/slot-rules.js';
import { spreadSlots } from './slots/spread-slots.js';
import { parseWeeklyHours } from './slots/weekly-hours.js';
import { whyNotFree, type SlotObstacle } from './slots/why-not-free.js';
import { workingTime } from './slots/working-time.js';

export interface SlotQuestion {
  readonly study: Study;
  readonly respondent?: Respondent | undefined;
  /** Bounds of the search; the fieldwork period if left out. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit?: number | undefined;
  readonly interviewers?: readonly string[] | undefined;
  /** The appointment that is to move: its own time counts as free. */
  readonly except?: string | undefined;
}

/** A moment of one interviewer. */
export interface SlotMoment {
  readonly interviewerId: string;
  readonly start: Date;
  readonly end: Date;
}

export interface SlotCheck extends SlotMoment {
  readonly study: Study;
  readonly respondent?: Respondent | undefined;
  /** The appointment that is being moved: its own time does not stand in its way. */
  readonly except?: string | undefined;
  /** Which obstacles count; all if left out. */
  readonly obstacles?: readonly SlotObstacle[] | undefined;
}

/** How long before an offered slot's start the spread looks back: the first weeks fill up first. */
const SPREAD_DAYS = 21;

/** Free time of a study's interviewers and respondents: loads calendars once, then asks the pure engine. */
@Injectable()
export class Slots {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Sorted by start. Throws RangeTooLong. */
  async find(question: SlotQuestion): Promise<readonly Slot[]> {
    const { study, respondent, limit, interviewers, except } = question;
    const range = this.rangeOf(question);
    if (range.start >= range.end) return [];
    const settings = interviewRules(study.interviews);
    const margin = { start: range.start - DAY, end: range.end + DAY };
    const calendar = {
      studyId: study.id,
      zone: study.timezone,
      range: margin,
      ...(interviewers && { interviewers }),
      ...(except && { except }),
    };
    return findSlots({
      rules: this.rulesOf(study),
      range,
      durationMinutes: settings.durationMinutes,
      stepMinutes: settings.slotStepMinutes,
      interviewers: await this.calendars.interviewers(calendar),
      respondent: await this.respondentTime(study, respondent, { range, ...(except && { except }) }),
      ...(limit !== undefined && { limit }),
    });
  }

  /** `count` of the free slots, spread over days and interviewers within the first weeks that have any. */
  async spread(question: SlotQuestion, count: number): Promise<readonly Slot[]> {
    const slots = await this.find(question);
    const horizon = (slots[0]?.start ?? 0) + SPREAD_DAYS * DAY;
    return spreadSlots({
      slots: slots.filter(({ start }) => start < horizon),
      count,
      zone: question.study.timezone,
    });
  }

  /** Throws SlotNotFree with the first obstacle. To be asked under the people's locks when it must stay true. */
  async assertFree(check: SlotCheck): Promise<void> {
    const { start, end, interviewerId } = check;
    const [obstacle] = await this.obstacles(check, [{ start, end, interviewerId }]);
    if (obstacle === 'no-interviewer') throw new UnknownInterviewer();
    if (obstacle) throw new SlotNotFree(obstacle);
  }

  /**
   * What stands in the way of each of these moments, in their order, undefined where nothing does; loads every
   * calendar once. `no-interviewer`: the person does not, or no longer, go into the field for the study.
   */
  async obstacles(
    { study, respondent, except, obstacles }: Omit<SlotCheck, keyof SlotMoment>,
    moments: readonly SlotMoment[],
  ): Promise<readonly (SlotObstacle | 'no-interviewer' | undefined)[]> {
    if (moments.length === 0) return [];
    const range = rangeAround(moments);
    const ids = [...new Set(moments.map(({ interviewerId }) => interviewerId))];
    const calendar = { studyId: study.id, zone: study.timezone, range, interviewers: ids };
    const interviewers = await this.calendars.interviewers({ ...calendar, ...(except && { except }) });
    const respondentTime = await this.respondentTime(study, respondent, { range, ...(except && { except }) });
    const rules = this.rulesOf(study);
    return moments.map(({ start, end, interviewerId }) => {
      const interviewer = interviewers.find(({ id }) => id === interviewerId);
      if (!interviewer) return 'no-interviewer';
      const slot = { start: start.getTime(), end: end.getTime() };
      return whyNotFree({ slot, interviewer, respondent: respondentTime, rules }, obstacles);
    });
  }

  private rulesOf(study: Study): SlotRules {
    const { minNoticeHours, bufferMinutes, dailyMaximum } = interviewRules(study.interviews);
    return {
      zone: study.timezone,
      now: this.clock.now().getTime(),
      noticeMinutes: minNoticeHours * 60,
      bufferBeforeMinutes: bufferMinutes,
      bufferAfterMinutes: bufferMinutes,
      period: { from: study.fieldworkFrom, to: study.fieldworkTo },
      maxPerDay: dailyMaximum,
    };
  }

  private rangeOf({ study, from, to }: SlotQuestion): Interval {
    const clock = zoneClock(study.timezone);
    const start = Math.max(
      this.clock.now().getTime(),
      from?.getTime() ?? clock.startOfDay(dayOfDate(study.fieldworkFrom)),
    );
    const end = to?.getTime() ?? clock.startOfDay(dayOfDate(study.fieldworkTo) + 1);
    if (end - start > (MAX_RANGE_DAYS - 4) * DAY) throw new RangeTooLong(MAX_RANGE_DAYS - 4);
    return { start, end };
  }

  private async respondentTime(
    study: Study,
    respondent: Respondent | undefined,
    question: { range: Interval; except?: string },
  ): Promise<RespondentTime> {
    if (!respondent) return {};
    const busy = await this.calendars.taken([respondent.id], question);
    if (!respondent.windows) return { busy };
    const weekly = parseWeeklyHours(respondent.windows.weekly);
    return { busy, windows: workingTime({ zone: study.timezone, weekly }, question.range) };
  }
}

/** Two days more on either side: buffers and the daily maximum look beyond the moments themselves. */
function rangeAround(moments: readonly SlotMoment[]): Interval {
  const start = Math.min(...moments.map((moment) => moment.start.getTime())) - 2 * DAY;
  const end = Math.max(...moments.map((moment) => moment.end.getTime())) + 2 * DAY;
  return { start, end };
}
