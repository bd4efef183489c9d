import { Module, type OnModuleInit } from '@nestjs/common';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { StudiesModule } from '../studies/studies.module.js';
import { VaultModule } from '../vault/vault.module.js';
import { ContactReaders } from './contact-readers.js';
import { ImportWriter } from './import-writer.service.js';
import { KnownRespondents } from './known-respondents.read-model.js';
import { NewRespondents } from './new-respondents.service.js';
import { RespondentAccess } from './respondent-access.service.js';
import { RespondentCard } from './respondent-card.read-model.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import { RespondentDetails } from './respondent-details.service.js';
import { RespondentFormPages } from './respondent-form.pages.js';
import { RespondentHistory } from './respondent-history.read-model.js';
import { RespondentImport } from './respondent-import.service.js';
import { RespondentImportPages } from './respondent-import.pages.js';
import { RespondentPages } from './respondent.pages.js';
import { RespondentPanels } from './respondent-panels.js';
import { RespondentStatuses } from './respondent-statuses.service.js';
import { RespondentsController } from './respondents.controller.js';
import { AddressTaken } from './respondents.errors.js';
import { RespondentsPages } from './respondents.pages.js';
import { RespondentsReadModel } from './respondents.read-model.js';
import { StudyChoices } from './study-choices.read-model.js';
import { Respondents } from './respondents.service.js';

@Module({
  imports: [StudiesModule, VaultModule],
  controllers: [
    RespondentsController,
    RespondentsPages,
    RespondentImportPages,
    RespondentFormPages,
    RespondentPages,
  ],
  providers: [
    ContactReaders,
    ImportWriter,
    KnownRespondents,
    NewRespondents,
    RespondentAccess,
    RespondentCard,
    RespondentContacts,
    RespondentDetails,
    RespondentHistory,
    RespondentImport,
    RespondentPanels,
    Respondents,
    RespondentsReadModel,
    RespondentStatuses,
    StudyChoices,
  ],
  exports: [
    ContactReaders,
    RespondentAccess,
    RespondentContacts,
    RespondentImport,
    RespondentPanels,
    Respondents,
    RespondentsReadModel,
  ],
})
export class RespondentsModule implements OnModuleInit {
  constructor(private readonly constraints: ConstraintErrors) {}

  onModuleInit(): void {
    this.constraints.register('contact_details_respondent_email', () => new AddressTaken());
  }
}
