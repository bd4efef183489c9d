import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { StudyNames } from '../auth/study-names.js';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { VaultModule } from '../vault/vault.module.js';
import { SitesPages } from './sites.pages.js';
import { SitesService } from './sites.service.js';
import { StudiesController } from './studies.controller.js';
import { StillHasAppointments, StillHasRespondents, StudyCodeJustTaken } from './studies.errors.js';
import { StudiesPages } from './studies.pages.js';
import { StudiesReadModel } from './studies.read-model.js';
import { StudyAccess } from './study-access.service.js';
import { StudyDefinitionPages } from './study-definition.pages.js';
import { StudyDefinitions } from './study-definitions.service.js';
import { StudyFileReader } from './study-file-reader.service.js';
import { StudyFileWriter } from './study-file-writer.service.js';
import { StudySections } from './study-sections.js';
import { StudyTeam } from './study-team.service.js';
import { StudyWatchers } from './study-watchers.js';

@Module({
  imports: [AuthModule, VaultModule],
  controllers: [StudiesController, StudiesPages, StudyDefinitionPages, SitesPages],
  providers: [
    SitesService,
    StudiesReadModel,
    StudyAccess,
    StudyDefinitions,
    StudyFileReader,
    StudyFileWriter,
    StudySections,
    StudyTeam,
    StudyWatchers,
  ],
  exports: [
    SitesService,
    StudiesReadModel,
    StudyAccess,
    StudyDefinitions,
    StudySections,
    StudyTeam,
    StudyWatchers,
  ],
})
export class StudiesModule implements OnModuleInit {
  constructor(
    private readonly names: StudyNames,
    private readonly studies: StudiesReadModel,
    private readonly constraints: ConstraintErrors,
  ) {}

  onModuleInit(): void {
    this.names.register(this.studies);
    this.constraints.register('study_code_unique', () => new StudyCodeJustTaken());
    this.constraints.register('respondent_site_id_foreign', () => new StillHasRespondents());
    this.constraints.register('respondent_role_id_foreign', () => new StillHasRespondents());
    this.constraints.register('appointment_site_id_foreign', () => new StillHasAppointments());
  }
}
