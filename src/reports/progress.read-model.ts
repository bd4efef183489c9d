import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { RespondentStatus } from '../respondents/respondent-status.js';
import { StudiesReadModel, type StudyDesign } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import { responseShare } from './domain/response-share.js';

/** One combination of role and site, by their codes. */
export interface QuotaProgress {
  readonly role: string;
  readonly site: string;
  readonly target: number;
  /** Interviews held. */
  readonly done: number;
  /** Interviews that have a date. */
  readonly planned: number;
  /** Respondents who were found, whatever became of them. */
  readonly known: number;
}

export interface Progress {
  readonly design: StudyDesign;
  readonly quotas: readonly QuotaProgress[];
  readonly pipeline: Readonly<Partial<Record<RespondentStatus, number>>>;
  /** From 0 to 1; undefined before anybody was approached. */
  readonly response?: number | undefined;
  readonly interviews: { readonly done: number; readonly planned: number; readonly target: number };
  readonly observations: { readonly done: number; readonly planned: number; readonly target: number };
}

interface PeopleRow {
  readonly siteId: string;
  readonly roleId: string;
  readonly status: RespondentStatus;
  readonly n: number;
}

interface AppointmentRow {
  readonly kind: 'interview' | 'observation';
  readonly siteId: string;
  /** Null for an observation visit. */
  readonly roleId: string | null;
  readonly done: number;
  readonly planned: number;
}

type Scope = Pick<StudyScope, 'studyId'>;

/** How far a study is: counts only, whatever its size in the same few queries. */
@Injectable()
export class ProgressReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudiesReadModel,
  ) {}

  async of(scope: Scope): Promise<Progress> {
    const design = await this.studies.design(scope);
    const people = await this.people(scope);
    const appointments = await this.appointments(scope);
    const pipeline = countByStatus(people);
    const { perSite = 0 } = design.study.observations ?? {};
    const interviewTarget = sum(design.roles.map(({ target }) => target));
    return {
      design,
      quotas: quotaProgress(design, { people, appointments }),
      pipeline,
      response: responseShare(pipeline),
      interviews: { ...totals(appointments, 'interview'), target: interviewTarget },
      observations: { ...totals(appointments, 'observation'), target: perSite * design.sites.length },
    };
  }

  private people({ studyId }: Scope): Promise<PeopleRow[]> {
    return this.em.execute<PeopleRow[]>(
      `select site_id as "siteId", role_id as "roleId", status, count(*)::int as n
       from respondent where study_id = ? group by site_id, role_id, status`,
      [studyId],
    );
  }

  private appointments({ studyId }: Scope): Promise<AppointmentRow[]> {
    return this.em.execute<AppointmentRow[]>(
      `select a.kind, coalesce(r.site_id, a.site_id) as "siteId", r.role_id as "roleId",
              (count(*) filter (where a.status = 'completed'))::int as done,
              (count(*) filter (where a.status = 'scheduled'))::int as planned
       from appointment a left join respondent r on r.id = a.respondent_id
       where a.study_id = ? group by 1, 2, 3`,
      [studyId],
    );
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function countByStatus(people: readonly PeopleRow[]): Progress['pipeline'] {
  const groups = Map.groupBy(people, ({ status }) => status);
  return Object.fromEntries([...groups].map(([status, rows]) => [status, sum(rows.map(({ n }) => n))]));
}

function totals(appointments: readonly AppointmentRow[], kind: AppointmentRow['kind']) {
  const rows = appointments.filter((row) => row.kind === kind);
  return { done: sum(rows.map(({ done }) => done)), planned: sum(rows.map(({ planned }) => planned)) };
}

interface Counted {
  readonly people: readonly PeopleRow[];
  readonly appointments: readonly AppointmentRow[];
}

const cellOf = ({ siteId, roleId }: { siteId: string; roleId: string | null }): string =>
  `${siteId} ${roleId}`;

/** Every combination that has a quota or, beside the plan, an interview. */
function quotaProgress({ roles, sites, quotas }: StudyDesign, counted: Counted): QuotaProgress[] {
  const targets = new Map(quotas.map((quota) => [cellOf(quota), quota.target]));
  const people = Map.groupBy(counted.people, cellOf);
  const interviews = counted.appointments.filter(({ kind }) => kind === 'interview');
  const held = new Map(interviews.map((row) => [cellOf(row), row]));
  return roles.flatMap((role) =>
    sites.flatMap((site) => {
      const cell = cellOf({ siteId: site.id, roleId: role.id });
      const { done = 0, planned = 0 } = held.get(cell) ?? {};
      const target = targets.get(cell) ?? 0;
      const known = sum((people.get(cell) ?? []).map(({ n }) => n));
      if (target + done + planned === 0) return [];
      return [{ role: role.code, site: site.code, target, done, planned, known }];
    }),
  );
}
