import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { BusyCalendarsReadModel } from './busy/busy-calendars.read-model.js';
import { BusyCalendars } from './busy/busy-calendars.service.js';
import { BusyRecords } from './busy/busy-records.service.js';
import { BusyRefresh } from './busy/busy-refresh.service.js';
import { BusyTimes } from './busy/busy-times.service.js';
import { BusyJobs } from './busy/busy.jobs.js';
import { CalendarSource } from './busy/calendar-source.js';
import { Invitations } from './invitations.service.js';

const busy = [BusyCalendars, BusyCalendarsReadModel, BusyRecords, BusyRefresh];

@Module({
  imports: [AuthModule],
  providers: [Invitations, ...busy, BusyJobs, BusyTimes, CalendarSource],
  exports: [Invitations, ...busy],
})
export class CalendarModule {}
