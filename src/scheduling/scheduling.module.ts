import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { RespondentsModule } from '../respondents/respondents.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityPages } from './availability.pages.js';
import { AvailabilityService } from './availability.service.js';
import { Calendars } from './calendars.read-model.js';
import { MemberAccess } from './member-access.service.js';
import { Reservations } from './reservations.service.js';
import { TimeTakenAlready } from './scheduling.errors.js';
import { Slots } from './slots.service.js';
import { TeamPages } from './team.pages.js';
import { TeamReadModel } from './team.read-model.js';

@Module({
  imports: [AuthModule, StudiesModule, RespondentsModule],
  controllers: [AvailabilityController, TeamPages, AvailabilityPages],
  providers: [AvailabilityService, Calendars, MemberAccess, Reservations, Slots, TeamReadModel],
  exports: [Calendars, Reservations, Slots],
})
export class SchedulingModule implements OnModuleInit {
  constructor(private readonly constraints: ConstraintErrors) {}

  onModuleInit(): void {
    this.constraints.register('reservation_one_place', () => new TimeTakenAlready());
  }
}
