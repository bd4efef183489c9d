import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyFile } from '../studies/domain/study-file.schema.js';
import type { StudySection } from '../studies/study-sections.js';
import type { Study } from '../studies/study.entity.js';
import { ConsentAnswer } from './consent-answer.entity.js';
import { ConsentForm } from './consent-form.entity.js';
import { AnsweredFormIsFinal } from './consent.errors.js';

/** The versions of a study's consent form; the newest is the one that is asked. */
@Injectable()
export class ConsentForms implements StudySection {
  constructor(private readonly em: EntityManager) {}

  /** The form that respondents are asked now. */
  current(studyId: string): Promise<ConsentForm | null> {
    return this.em.findOne(ConsentForm, { studyId }, { orderBy: { usedSince: 'desc' } });
  }

  /**
   * A new version is added beside the older ones. A version's words may still change while nobody answered it.
   * Throws AnsweredFormIsFinal otherwise: what people saw has to stay what they saw.
   */
  async apply(study: Study, { consent }: StudyFile): Promise<void> {
    const { version, statements } = consent;
    const known = await this.em.findOne(ConsentForm, { studyId: study.id, version });
    if (known && !isDeepStrictEqual(known.statements, statements)) {
      if (await this.em.count(ConsentAnswer, { formId: known.id })) throw new AnsweredFormIsFinal(version);
      known.statements = statements;
    }
    const current = await this.current(study.id);
    if (!known) this.em.persist(this.em.create(ConsentForm, { studyId: study.id, version, statements }));
    else if (current !== known) known.usedSince = new Date();
  }

  async read(study: Study): Promise<Partial<StudyFile>> {
    const form = await this.current(study.id);
    return form ? { consent: { version: form.version, statements: form.statements } } : {};
  }
}
