import { Accounts } from '../../src/auth/accounts.service.js';
import { Sessions } from '../../src/auth/sessions.service.js';
import { StudyRoles } from '../../src/auth/study-roles.service.js';
import { parseStudyFile } from '../../src/studies/domain/parse-study-file.js';
import { StudyDefinitions } from '../../src/studies/study-definitions.service.js';
import type { Received } from './inbox-study.js';
import { readExample, type StudyApp } from './study-app.js';

/** Somebody who coordinates another study, and only looks on in the first: hands in a mail as they would. */
export async function outsider(app: StudyApp): Promise<(raw: Buffer, query?: string) => Promise<Received>> {
  const token = await app.within(() =>
    app.database.orm.em.transactional(async () => {
      const { id: accountId } = await app
        .get(Accounts)
        .ensure({ email: 'buiten@example.org', name: 'Buitenstaander' });
      const [study] = await app.database.orm.em.execute<{ id: string }[]>(`select id from study`);
      const text = String(await readExample('study.yaml')).replace(/^(\s*code:\s*)STP/m, '$1ANDER');
      const parsed = parseStudyFile(text);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      await app.get(StudyDefinitions).create({ accountId }, parsed.file);
      await app.get(StudyRoles).grant({ studyId: study!.id, accountId, role: 'observer' }, null);
      return (await app.get(Sessions).open(accountId, 'api')).token;
    }),
  );
  return async (raw, query = '') => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' };
    const url = `/api/v1/inbound-mail${query}`;
    return (await app.app.inject({ method: 'POST', url, headers, payload: raw })).json<Received>();
  };
}
