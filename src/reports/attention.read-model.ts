import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { DAY } from '../kernel/time/zone.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canSeeRespondents } from '../studies/study.policy.js';
import { byUrgency, isImpersonal, type AttentionItem } from './domain/attention.js';
import type { Progress } from './progress.read-model.js';

/** An offer that nobody answered is worth a call from this long before its deadline. */
const offerWarning = 2 * DAY;
/** A meeting without a date is worth a mail from this long before the day on which it must have been held. */
const meetingWarning = 21 * DAY;
/** More than anybody does in a day; the page shows fewer. */
const limit = 200;

const query = `
  select 'mail-failed' as kind, coalesce(m.about, m.kind) as name, m.id as "subjectId", m.queued_at as at
  from outbox_message m where m.study_id = :study and m.status in ('failed', 'bounced')
  union all
  select case when o.status = 'proposed' then 'proposal'
              when o.expires_at <= :now then 'offer-expired' else 'offer-expiring' end,
         r.pseudonym, r.id, o.expires_at
  from offer o join respondent r on r.id = o.respondent_id
  where o.study_id = :study
    and (o.status = 'proposed' or (o.status = 'open' and o.expires_at < :offersUntil))
    and r.status in ('identified', 'approached', 'in-contact', 'agreed')
    and not exists (select from offer later where later.respondent_id = o.respondent_id
                    and later.created_at > o.created_at)
  union all
  select 'declined', coalesce(r.pseudonym, s.name), a.id, a.starts_at
  from appointment a join site s on s.id = a.site_id left join respondent r on r.id = a.respondent_id
  where a.study_id = :study and a.status = 'scheduled' and a.ends_at > :now
    and exists (select from invitation i where i.study_id = a.study_id and i.subject_id = a.id
                and i.answer = 'declined' and i.cancelled_at is null)
  union all
  select case when m.outcome = 'proposal' then 'other-time' else 'message' end,
         coalesce(r.pseudonym, g.title, s.name, ''), m.id, m.received_at
  from incoming_message m
  left join respondent r on r.id = m.participant_id and m.participant_kind = 'respondent'
  left join appointment a on a.id = m.subject_id and m.subject = 'appointment'
  left join site s on s.id = a.site_id
  left join meeting g on g.id = m.subject_id and m.subject = 'meeting'
  where m.study_id = :study and m.status = 'waiting'
  union all
  select 'outcome-missing', coalesce(r.pseudonym, s.name), a.id, a.ends_at
  from appointment a join site s on s.id = a.site_id left join respondent r on r.id = a.respondent_id
  where a.study_id = :study and a.status = 'scheduled' and a.ends_at <= :now
  union all
  select 'meeting-date', m.title, m.id, m.before::timestamp at time zone :zone
  from meeting m
  where m.study_id = :study and m.status = 'draft' and m.starts_at is null
    and m.before::timestamp at time zone :zone < :meetingsUntil
  order by at limit ${limit}`;

interface Row extends Omit<AttentionItem, 'at'> {
  readonly at: string;
}

/** What waits for a person, in one query. */
@Injectable()
export class AttentionReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first; a reader who may not see respondents gets only what is about none. */
  async of(scope: StudyScope, progress: Progress): Promise<readonly AttentionItem[]> {
    const all = byUrgency([...(await this.stored(scope)), ...refusals(progress), ...emptyCells(progress)]);
    return canSeeRespondents(scope) ? all : all.filter(isImpersonal);
  }

  private async stored({ studyId, timezone }: StudyScope): Promise<AttentionItem[]> {
    const now = this.clock.now();
    const after = (time: number) => new Date(now.getTime() + time);
    const rows = await this.em.execute<Row[]>(
      ...named(query, {
        study: studyId,
        zone: timezone,
        now,
        offersUntil: after(offerWarning),
        meetingsUntil: after(meetingWarning),
      }),
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  }
}

/** Names in a query (`:now`) as the question marks that the driver knows; casts (`::int`) stay. */
function named(sql: string, values: Readonly<Record<string, unknown>>): [string, unknown[]] {
  const used: unknown[] = [];
  const text = sql.replaceAll(/(?<!:):([a-z]\w*)/gi, (_, name: string) => {
    used.push(values[name]);
    return '?';
  });
  return [text, used];
}

const refusals = ({ design }: Progress): AttentionItem[] =>
  design.sites
    .filter(({ permission }) => permission === 'refused')
    .map(({ id, name }) => ({ kind: 'site-refused', name, subjectId: id, at: null }));

/** Quotas that nobody was found for, one item per site. */
function emptyCells({ design, quotas }: Progress): AttentionItem[] {
  const empty = quotas.filter(({ target, known }) => target > 0 && known === 0);
  return design.sites
    .filter(({ code, permission }) => permission !== 'refused' && empty.some(({ site }) => site === code))
    .map(({ code, name }) => ({ kind: 'nobody-identified', name, subjectId: code, at: null }));
}
