import { Injectable } from '@nestjs/common';
import type { StudyFile } from './domain/study-file.schema.js';
import type { Study } from './study.entity.js';

/** A part of the study file that a higher room keeps. Both run inside the importing or exporting transaction. */
export interface StudySection {
  /** Makes the stored part equal to the file's. */
  apply(study: Study, file: StudyFile): Promise<void>;
  /** Its keys of the file, as they were given. */
  read(study: Study): Promise<Partial<StudyFile>>;
}

/** Where higher rooms announce the part of the study file that is theirs. */
@Injectable()
export class StudySections {
  private readonly sections: StudySection[] = [];

  register(section: StudySection): void {
    this.sections.push(section);
  }

  all(): readonly StudySection[] {
    return this.sections;
  }
}
