import { Injectable } from '@nestjs/common';
import { canSeeAllContacts } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';

/** Knows of which respondents an interviewer may read the contact details: those they meet or met. */
export interface ContactReader {
  /** The ids among `respondentIds` that the scope's actor may read. */
  readable(scope: StudyScope, respondentIds: readonly string[]): Promise<readonly string[]>;
}

/** Where higher rooms announce their reason why somebody may read contact details; without one, only planners may. */
@Injectable()
export class ContactReaders {
  private readonly readers: ContactReader[] = [];

  register(reader: ContactReader): void {
    this.readers.push(reader);
  }

  /** Those among the respondents whose name and address the scope's actor may read. */
  async readable(scope: StudyScope, respondentIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (canSeeAllContacts(scope)) return new Set(respondentIds);
    if (scope.role !== 'interviewer' || respondentIds.length === 0) return new Set();
    const found = await Promise.all(this.readers.map((reader) => reader.readable(scope, respondentIds)));
    return new Set(found.flat());
  }
}
