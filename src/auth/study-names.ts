import { Injectable } from '@nestjs/common';

export interface StudyName {
  readonly code: string;
  readonly title: string;
}

/** Knows what studies are called; given their ids, in one query. Ids of studies that are gone are missing. */
export interface StudyNameSource {
  namesOf(studyIds: readonly string[]): Promise<ReadonlyMap<string, StudyName>>;
}

/** The port through which the navigation learns the names of somebody's studies: studies register themselves here. */
@Injectable()
export class StudyNames {
  #source?: StudyNameSource;

  register(source: StudyNameSource): void {
    this.#source = source;
  }

  async of(studyIds: readonly string[]): Promise<ReadonlyMap<string, StudyName>> {
    return studyIds.length > 0 && this.#source ? this.#source.namesOf(studyIds) : new Map();
  }
}
