import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/time/clock.js';
import { ConsentAnswer } from './consent-answer.entity.js';
import { ConsentForms } from './consent-forms.service.js';
import { ConsentMissing } from './consent.errors.js';

export interface GivenConsent {
  readonly studyId: string;
  readonly respondentId: string;
  /** Codes of the statements that were ticked; every other statement of the form counts as refused. */
  readonly given: readonly string[];
  readonly channel: 'link' | 'paper' | 'spoken';
  readonly recordedById: string | null;
}

/** What respondents gave. Rows are appended, in the caller's transaction; the last one per statement counts. */
@Injectable()
export class ConsentAnswers {
  constructor(
    private readonly em: EntityManager,
    private readonly forms: ConsentForms,
    private readonly clock: Clock,
  ) {}

  /** Throws ConsentMissing naming every required statement that was not given. */
  async record({ given, ...consent }: GivenConsent): Promise<void> {
    const form = await this.forms.current(consent.studyId);
    if (!form) return;
    const missing = form.statements.filter(({ code, required }) => required && !given.includes(code));
    if (missing.length > 0) throw new ConsentMissing(missing.map(({ code }) => code));
    for (const { code } of form.statements) {
      const answer = given.includes(code) ? ('given' as const) : ('refused' as const);
      const row = { ...consent, formId: form.id, statement: code, answer, at: this.clock.now() };
      this.em.persist(this.em.create(ConsentAnswer, row));
    }
  }
}
