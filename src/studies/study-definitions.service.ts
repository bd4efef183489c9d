import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { StudyRoles } from '../auth/study-roles.service.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { compareStudyFiles, type SectionChange } from './domain/compare-study-files.js';
import type { StudyFile } from './domain/study-file.schema.js';
import { StudyFileReader } from './study-file-reader.service.js';
import { StudyFileWriter } from './study-file-writer.service.js';
import { Study } from './study.entity.js';
import { StudyCodeTaken, StudyNotFound } from './studies.errors.js';
import type { StudyScope } from './study-scope.js';

export interface ImportedStudy {
  readonly studyId: string;
  readonly code: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** The study file in and out: what is stored always exports to a file equal to the last one imported. */
@Injectable()
export class StudyDefinitions {
  constructor(
    private readonly em: EntityManager,
    private readonly writer: StudyFileWriter,
    private readonly reader: StudyFileReader,
    private readonly roles: StudyRoles,
    private readonly ledger: Ledger,
  ) {}

  /** A new study, owned by the actor. Throws StudyCodeTaken when another study has the code. */
  create(actor: Pick<Actor, 'accountId'>, file: StudyFile): Promise<ImportedStudy> {
    return this.em.transactional(async () => {
      if (await this.em.count(Study, { code: file.study.code })) throw new StudyCodeTaken(file.study.code);
      const study = await this.writer.create(file, actor.accountId);
      await this.roles.grant(
        { studyId: study.id, accountId: actor.accountId, role: 'owner' },
        actor.accountId,
      );
      this.record(study, actor.accountId, 'study.created');
      return { studyId: study.id, code: study.code, outcome: 'created' };
    });
  }

  /** Makes the study equal to the file, as a whole or not at all; the same file again changes nothing. */
  update(scope: StudyScope, file: StudyFile): Promise<ImportedStudy> {
    return this.em.transactional(async () => {
      const study = await this.locked(scope.studyId);
      const unchanged = isDeepStrictEqual(await this.reader.read(study), file);
      if (!unchanged) {
        await this.writer.update(study, file, scope);
        this.record(study, scope.actorId, 'study.updated');
      }
      return { studyId: study.id, code: study.code, outcome: unchanged ? 'unchanged' : 'updated' };
    });
  }

  /** What importing the file would change; empty when nothing. */
  async preview(scope: StudyScope, file: StudyFile): Promise<readonly SectionChange[]> {
    return compareStudyFiles(await this.export(scope), file);
  }

  /** The study as a file equal to the one that was imported. */
  async export(scope: StudyScope): Promise<StudyFile> {
    return this.reader.read(await this.em.findOneOrFail(Study, { id: scope.studyId }));
  }

  /** Two imports of one study wait for each other, so that both compare with what really stands there. */
  private async locked(id: string): Promise<Study> {
    const [row] = await this.em.execute('select id from study where id = ? for update', [id]);
    if (!row) throw new StudyNotFound();
    return this.em.findOneOrFail(Study, { id });
  }

  private record(study: Study, actorId: string, kind: string): void {
    this.ledger.append({ studyId: study.id, kind, actorId, subjectId: study.id, data: { code: study.code } });
  }
}
