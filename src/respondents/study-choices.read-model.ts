import { Injectable } from '@nestjs/common';
import type { StudyOptions } from '../../templates/pages/respondents/study-options.js';
import { StudiesReadModel } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';

/** The study's sites and roles for the filters and forms of the pages. */
@Injectable()
export class StudyChoices {
  constructor(private readonly studies: StudiesReadModel) {}

  async of(scope: StudyScope): Promise<StudyOptions> {
    const { sites, roles } = await this.studies.design(scope);
    return {
      sites: sites.map(({ code, name }) => ({ code, name })),
      roles: roles.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    };
  }
}
