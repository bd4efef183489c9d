import { EntityManager } from '@mikro-orm/postgresql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from './kernel/time/clock.js';
import { dateOfDay, zoneClock } from './kernel/time/zone.js';
import { RespondentImport } from './respondents/respondent-import.service.js';
import { parseStudyFile } from './studies/domain/parse-study-file.js';
import { shiftDates } from './studies/domain/shift-dates.js';
import type { StudyFile } from './studies/domain/study-file.schema.js';
import { readExampleRespondents, readExampleStudy } from './studies/example-files.js';
import { Study } from './studies/study.entity.js';
import { StudyFileRefused } from './studies/studies.errors.js';
import { StudyDefinitions } from './studies/study-definitions.service.js';

/**
 * The example study with its respondents, its dates moved to start next month; owned by the account. Once: an
 * installation that has a study of that code keeps it as it is. Study and respondents come in one transaction, so that
 * a start that was cut short leaves nothing half done.
 */
export async function loadExample(app: NestFastifyApplication, ownerId: string): Promise<void> {
  const file = readStudy(await readExampleStudy());
  const respondents = await readExampleRespondents();
  await app
    .get(EntityManager)
    .fork()
    .transactional(async (em) => {
      // Two processes that start together wait for each other here.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('example study', 0))`);
      if ((await em.count(Study, { code: file.study.code })) > 0) return;
      const created = await app
        .get(StudyDefinitions, { strict: false })
        .create({ accountId: ownerId }, shiftDates(file, today(app.get(Clock), file.study.timezone)));
      const scope = { studyId: created.studyId, actorId: ownerId, language: file.study.language };
      const imports = app.get(RespondentImport, { strict: false });
      await imports.import(scope, respondents, { dryRun: false, language: 'en' });
    });
}

function readStudy(text: string): StudyFile {
  const result = parseStudyFile(text, 'yaml');
  if (!result.ok) throw new StudyFileRefused(result.faults);
  return result.file;
}

const today = (clock: Clock, zone: string): string => dateOfDay(zoneClock(zone).dayAt(clock.now().getTime()));
