import { Injectable } from '@nestjs/common';
import type { RespondentPageProps } from '../../templates/pages/respondents/respondent-page.js';
import type { StudyScope } from '../studies/study-scope.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import { RespondentHistory } from './respondent-history.read-model.js';
import { RespondentPanels } from './respondent-panels.js';
import { RespondentsReadModel } from './respondents.read-model.js';
import { StudyChoices } from './study-choices.read-model.js';

/** Everything that the page of one respondent shows to this reader. */
@Injectable()
export class RespondentCard {
  constructor(
    private readonly respondents: RespondentsReadModel,
    private readonly contacts: RespondentContacts,
    private readonly history: RespondentHistory,
    private readonly panels: RespondentPanels,
    private readonly choices: StudyChoices,
  ) {}

  async of(scope: StudyScope, id: string): Promise<Omit<RespondentPageProps, 'mayChange' | 'transitions'>> {
    const respondent = await this.respondents.byId(scope, id);
    return {
      respondent,
      contact: (await this.contacts.of(scope, [respondent], 'respondent page')).get(id),
      history: await this.history.of(scope, respondent),
      panels: await this.panels.render(scope, respondent),
      options: await this.choices.of(scope),
    };
  }
}
