import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { RespondentsModule } from '../respondents/respondents.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityPages } from './availability.pages.js';
import { AvailabilityService } from './availability.service.js';
import { BusyCalendarPages } from './busy-calendar.pages.js';
import { BusyCalendarsController } from './busy-calendars.controller.js';
import { BusyCalendarsPages } from './busy-calendars.pages.js';
import { Calendars } from './calendars.read-model.js';
import { MemberAccess } from './member-access.service.js';
import { Reservations } from './reservations.service.js';
import { TimeTakenAlready } from './scheduling.errors.js';
import { Slots } from './slots.service.js';
import { TeamPages } from './team.pages.js';
import { TeamReadModel } from './team.read-model.js';

@Module({
  imports: [AuthModule, CalendarModule, StudiesModule, RespondentsModule],
  controllers: [
    AvailabilityController,
    BusyCalendarsController,
    TeamPages,
    AvailabilityPages,
    BusyCalendarsPages,
    BusyCalendarPages,
  ],
  providers: [AvailabilityService, Calendars, MemberAccess, Reservations, Slots, TeamReadModel],
  exports: [Calendars, Reservations, Slots],
})
export class SchedulingModule implements OnModuleInit {
  constructor(private readonly constraints: ConstraintErrors) {}

  onModuleInit(): void {
    this.constraints.register('reservation_one_place', () => new TimeTakenAlready());
  }
}
