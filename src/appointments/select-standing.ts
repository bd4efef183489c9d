import { longestDelayHours } from './domain/due-reminders.js';

/**
 * Joins to an appointment `a` what its reminders depend on. `planned`: when it came to stand at this start and who saw
 * to it, as the ledger has it (a change of place or interviewer leaves the start as it is). `asked`: its respondent's
 * live invitation. `stop`: its respondent wants no mail.
 */
const joinStanding = `
  left join lateral (
    select e.at, e.actor_id is null as by_link from ledger_entry e
    where e.study_id = a.study_id and e.subject_id = coalesce(a.respondent_id, a.id)
      and e.kind in ('appointment.booked', 'appointment.moved') and e.data->>'appointment' = a.id::text
      and e.data->>'from' is distinct from e.data->>'start'
    order by e.at desc, e.id desc limit 1
  ) as planned on true
  left join invitation asked on asked.study_id = a.study_id and asked.subject_id = a.id
    and asked.participant_kind = 'respondent' and asked.cancelled_at is null
  left join mail_stop stop on stop.study_id = a.study_id and stop.respondent_id = a.respondent_id`;

/** What `dueReminders` asks of an appointment `a`. */
export const selectStanding = `
  select a.starts_at as "startsAt", a.respondent_id as "respondentId",
         coalesce(planned.at, a.created_at) as "plannedAt", coalesce(planned.by_link, false) as "wasChosen",
         coalesce(asked.answer, 'needs-action') as answer, stop.id is not null as "wantsNoMail"
  from appointment a ${joinStanding}`;

/** The longest time before a start at which a study may want a reminder, in hours. */
const longestHours = 336;

const hour = `interval '1 hour'`;
const hoursOf = (who: 'respondent' | 'interviewer') =>
  `select '${who}' as kind, hours::int from jsonb_array_elements_text(
     coalesce(s.interviews->'reminders'->'${who}', ?::jsonb)) as hours`;

/**
 * Appointments with a reminder that is due, by `dueReminders`: what the study sets, else the defaults. Walks what is
 * planned in the coming two weeks, by the index on starts.
 */
export const selectDue = `
  select a.id
  from appointment a
  join study s on s.id = a.study_id
  cross join lateral (
    ${hoursOf('respondent')}
    union all select 'chase', coalesce((s.interviews->>'tentativeChaseHours')::int, ?)
    union all ${hoursOf('interviewer')}
  ) as wanted
  ${joinStanding}
  where a.status = 'scheduled' and a.starts_at > ? and a.starts_at <= ?::timestamptz + ${longestHours} * ${hour}
    and a.starts_at - wanted.hours * ${hour} <= ?
    and a.starts_at - wanted.hours * ${hour} >
        ?::timestamptz - least(${longestDelayHours}, wanted.hours / 2.0) * ${hour}
    and (wanted.kind = 'interviewer' or (a.respondent_id is not null and stop.id is null))
    and (wanted.kind <> 'respondent' or coalesce(asked.answer, 'needs-action') <> 'declined')
    and (wanted.kind <> 'chase' or asked.answer = 'tentative')
    and not exists (
      select from reminder r where r.study_id = a.study_id and r.appointment_id = a.id
        and r.starts_at = a.starts_at and r.kind = wanted.kind
        and (r.hours_before = wanted.hours or wanted.kind = 'chase'))
    and a.starts_at - wanted.hours * ${hour} > coalesce(planned.at, a.created_at)
  group by a.id order by a.starts_at, a.id limit ?`;
