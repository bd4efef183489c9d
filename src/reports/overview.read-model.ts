import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { dateOfDay, zoneClock } from '../kernel/time/zone.js';
import type { StudyScope } from '../studies/study-scope.js';
import { StudyTeam } from '../studies/study-team.service.js';
import { AttentionReadModel } from './attention.read-model.js';
import type { AttentionItem } from './domain/attention.js';
import { fieldworkWeek, weekToShow } from './domain/iso-week.js';
import type { OverviewQuery } from './overview.schema.js';
import { ProgressReadModel, type Progress } from './progress.read-model.js';
import { WeekReadModel, type WeekEntry } from './week.read-model.js';

export interface Overview {
  readonly progress: Progress;
  readonly attention: readonly AttentionItem[];
  readonly now: Date;
  readonly fieldwork: {
    readonly from: string;
    readonly to: string;
    readonly week?: number;
    readonly weeks: number;
  };
  readonly week: {
    readonly monday: string;
    readonly entries: readonly WeekEntry[];
    readonly interviewers: readonly { readonly id: string; readonly name: string }[];
    readonly interviewer?: string | undefined;
  };
}

/** Everything on the first page of a study, in a fixed number of queries. */
@Injectable()
export class OverviewReadModel {
  constructor(
    private readonly progress: ProgressReadModel,
    private readonly attention: AttentionReadModel,
    private readonly weeks: WeekReadModel,
    private readonly team: StudyTeam,
    private readonly clock: Clock,
  ) {}

  async of(scope: StudyScope, query: OverviewQuery): Promise<Overview> {
    const progress = await this.progress.of(scope);
    const { fieldworkFrom: from, fieldworkTo: to } = progress.design.study;
    const now = this.clock.now();
    const today = dateOfDay(zoneClock(scope.timezone).dayAt(now.getTime()));
    const monday = query.week ?? weekToShow(today, { from, to });
    const { interviewer } = query;
    return {
      progress,
      attention: await this.attention.of(scope, progress),
      now,
      fieldwork: { from, to, ...fieldworkWeek(today, { from, to }) },
      week: {
        monday,
        entries: await this.weeks.of(scope, { monday, interviewer }),
        interviewers: await this.interviewers(scope),
        interviewer,
      },
    };
  }

  private async interviewers({ studyId }: StudyScope) {
    const members = await this.team.list(studyId);
    return members
      .filter(({ weeklyHours }) => weeklyHours)
      .map(({ accountId, name }) => ({ id: accountId, name }));
  }
}
