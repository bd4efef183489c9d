import { dueReminders } from '../../src/appointments/domain/due-reminders.js';
import { Reminder } from '../../src/appointments/reminder.entity.js';
import { RemindersReadModel } from '../../src/appointments/reminders.read-model.js';
import { selectDue } from '../../src/appointments/select-standing.js';
import { interviewRules } from '../../src/studies/interview-defaults.js';
import { Study } from '../../src/studies/study.entity.js';
import { RemindedStudy } from '../support/reminded-study.js';

describe('reminders, in any number of processes,', () => {
  let study: RemindedStudy;

  beforeEach(async () => {
    study = await RemindedStudy.start();
  });
  afterEach(() => study.app.stop());

  it('go once, however many processes look at the same moment', async () => {
    const chosen = study.twoAtOnce();
    for (const [n, one] of chosen.entries()) await study.book(one, study.respondents[n]!);
    await study.mailed();
    study.before(chosen[0], 23);
    await Promise.all([study.run(), study.run(), study.run(), study.run()]);
    const kinds = (await study.mailed()).map(({ kind, to }) => `${kind} ${to.address}`);
    expect(kinds).toHaveLength(4);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(await study.em().count(Reminder)).toBe(4);
  });

  it.each([
    [
      'moves',
      (at: string) => `update appointment set starts_at = timestamptz '${at}' + interval '9 days',
                               ends_at = ends_at + interval '9 days'`,
    ],
    ['is cancelled', () => `update appointment set status = 'cancelled'`],
  ])('see an appointment that %s at the same moment', async (_, change) => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.mailed();
    study.before(slot, 48);
    const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const changing = study.app.database.orm.em.fork().transactional(async (fork) => {
      await fork.execute('select id from appointment for update');
      written.resolve();
      await mayCommit.promise;
      await fork.execute(change(slot.start));
    });
    await written.promise;
    const running = study.run();
    await new Promise((resolve) => setTimeout(resolve, 300));
    mayCommit.resolve();
    await Promise.all([changing, running]);
    expect(await study.mailed()).toEqual([]);
    expect(await study.em().count(Reminder)).toBe(0);
  });

  it('are made together with their mail or not at all, and one that fails holds up no other', async () => {
    const [slot, other] = study.twoAtOnce();
    await study.book(slot, study.respondents[0]);
    await study.book(other, study.respondents[1]);
    await study.mailed();
    study.before(slot, 48);
    await study.em().execute(
      `create function refuse() returns trigger language plpgsql as
       $$ begin if new.about = '${study.respondents[0]!.pseudonym}' then raise 'full'; end if; return new; end $$`,
    );
    await study
      .em()
      .execute(
        'create trigger refuse before insert on outbox_message for each row execute function refuse()',
      );
    await expect(study.run()).rejects.toThrow('full');
    expect((await study.mailed()).map(({ to }) => to.address)).toEqual(['persoon2@example.org']);
    expect(await study.em().count(Reminder)).toBe(1);
    await study.em().execute('drop trigger refuse on outbox_message');
    await study.run();
    expect((await study.mailed()).map(({ to }) => to.address)).toEqual(['persoon1@example.org']);
  });
});

describe('the query for due reminders', () => {
  let study: RemindedStudy;

  beforeEach(async () => {
    study = await RemindedStudy.start();
  });
  afterEach(() => study.app.stop());

  /** So many appointments around now, in the database only. */
  const given = async (count: number, status: string, from: string) => {
    await study.em().execute(
      `insert into appointment (id, study_id, kind, site_id, respondent_id, interviewer_id, starts_at, ends_at,
                                mode, status, created_at, version)
       select gen_random_uuid(), study_id, 'interview', site_id, r.id,
              (select account_id from team_member m where m.study_id = r.study_id and m.role = 'interviewer' limit 1),
              at, at + interval '1 hour', 'phone', '${status}', '2026-12-01', 1
       from generate_series(1, ${count}) n
       cross join lateral (select timestamptz '${from}' + n * interval '17 minutes' as at) t
       cross join lateral (select * from respondent order by id offset n % 6 limit 1) r`,
    );
  };

  it('finds what the rule finds', async () => {
    await study.setting({
      reminders: { respondent: [48, 5, 2], interviewer: [24, 1] },
      tentativeChaseHours: 47,
    });
    await given(400, 'scheduled', '2027-01-04T08:00:00Z');
    await study.em().execute(
      `insert into invitation (id, study_id, uid, subject, subject_id, participant_kind, participant_id, answer, created_at)
       select gen_random_uuid(), study_id, id::text, 'appointment', id, 'respondent', respondent_id,
              (array['needs-action', 'accepted', 'tentative', 'declined'])[1 + get_byte(uuid_send(id), 0) % 4], created_at
       from appointment`,
    );
    await study.em().execute(
      `insert into ledger_entry (id, study_id, at, kind, subject_id, data)
       select gen_random_uuid(), study_id, starts_at - (get_byte(uuid_send(id), 1) % 60) * interval '1 hour',
              'appointment.moved', respondent_id,
              jsonb_build_object('appointment', id, 'start', starts_at, 'from', created_at)
       from appointment where get_byte(uuid_send(id), 2) % 2 = 0`,
    );
    await study.em().execute(
      `insert into reminder (id, study_id, appointment_id, kind, hours_before, starts_at, created_at)
       select gen_random_uuid(), study_id, id, v.kind, hours, starts_at, created_at
       from appointment cross join (values ('respondent', 48), ('interviewer', 24), ('chase', 100)) v(kind, hours)
       where get_byte(uuid_send(id), 3) % 3 = 0`,
    );
    study.app.clock.at = new Date('2027-01-05T09:00:00Z');
    const now = study.app.clock.at;
    const reads = study.app.get(RemindersReadModel);
    const { interviews } = await study.em().findOneOrFail(Study, { code: 'STP' });
    const rows = await study
      .em()
      .execute<{ id: string; study_id: string; starts_at: string }[]>(
        'select id, study_id, starts_at from appointment order by starts_at, id',
      );
    const byRule: string[] = [];
    for (const { id, study_id: studyId, starts_at } of rows) {
      const gone = await reads.gone({ studyId, id, startsAt: new Date(starts_at) });
      const facts = { now, gone };
      if (dueReminders(await reads.standing(id), interviewRules(interviews), facts).length) byRule.push(id);
    }
    expect(byRule.length).toBeGreaterThan(10);
    expect(byRule.length).toBeLessThan(200);
    expect(await reads.due(1000)).toEqual(byRule);
    expect(await reads.due(3)).toEqual(byRule.slice(0, 3));
  });

  it('is one statement, and walks the index of what is planned', async () => {
    await given(20_000, 'completed', '2026-05-01T00:00:00Z');
    await given(3000, 'scheduled', '2027-03-01T00:00:00Z');
    await given(40, 'scheduled', '2027-01-12T00:00:00Z');
    await study.em().execute('analyze appointment');
    const now = study.app.clock.at;
    const values = ['[48,24]', 48, '[24]', now, now, now, now, 200];
    const plan = await study.em().execute<{ 'QUERY PLAN': string }[]>(`explain ${selectDue}`, values);
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index Scan (using|on) appointment_upcoming/);
    expect(lines).not.toMatch(/Seq Scan on (appointment|ledger_entry|invitation)/);
    const statements: string[] = [];
    const logger = study.app.database.orm.config.getLogger();
    const logQuery = logger.logQuery;
    logger.logQuery = ({ query }) => statements.push(query ?? '');
    await study.run();
    logger.logQuery = logQuery;
    expect(statements).toHaveLength(1);
  });
});
