import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { BusyCalendarsReadModel } from '../calendar/busy/busy-calendars.read-model.js';
import { BusyCalendars } from '../calendar/busy/busy-calendars.service.js';
import { BusyRecords } from '../calendar/busy/busy-records.service.js';
import { BusyRefresh } from '../calendar/busy/busy-refresh.service.js';
import { BusyCalendarIsFile } from '../calendar/busy/busy.errors.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { availabilityQuery, memberParams } from './availability.schema.js';
import { BusyCalendarPipe, type BusyCalendarBody } from './busy-calendar-body.js';
import { busyCalendar, memberCalendarParams, newCalendarQuery } from './busy-calendars.schema.js';
import { MemberAccess } from './member-access.service.js';
import { busyOwner, presentBusyCalendar } from './present-busy-calendar.js';

type MemberParams = z.output<typeof memberParams>;
type CalendarParams = z.output<typeof memberCalendarParams>;
type StudyQuery = z.output<typeof availabilityQuery>;

@Controller('api/v1/team/:member/busy-calendars')
export class BusyCalendarsController {
  constructor(
    private readonly access: MemberAccess,
    private readonly calendars: BusyCalendars,
    private readonly records: BusyRecords,
    private readonly refresh: BusyRefresh,
    private readonly readModel: BusyCalendarsReadModel,
  ) {}

  @Get()
  @Returns(200, z.array(busyCalendar), { summary: 'The calendars that a member of the team has connected' })
  async list(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberParams)) { member }: MemberParams,
    @Query(parsed(availabilityQuery)) { study }: StudyQuery,
  ) {
    await this.access.enter(actor, member, study);
    return (await this.readModel.list(member)).map(presentBusyCalendar);
  }

  @Post()
  @Returns(201, busyCalendar, {
    summary: 'Connect a calendar by its address, or upload one; a file takes the place of one with its label',
    accepts: ['text/calendar'],
  })
  async connect(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberParams)) { member }: MemberParams,
    @Query(parsed(newCalendarQuery)) { study, label = '' }: z.output<typeof newCalendarQuery>,
    @Body(new BusyCalendarPipe()) body: BusyCalendarBody,
  ) {
    const owner = busyOwner(await this.access.enter(actor, member, study));
    const id = Buffer.isBuffer(body)
      ? await this.calendars.upload(owner, { bytes: body, label })
      : await this.calendars.connect(owner, { url: body.url, label: body.label ?? label });
    return presentBusyCalendar(await this.readModel.get(member, id));
  }

  @Delete(':id')
  @Returns(204, undefined, { summary: 'Disconnect a calendar, with everything that was read from it' })
  async disconnect(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberCalendarParams)) { member, id }: CalendarParams,
    @Query(parsed(availabilityQuery)) { study }: StudyQuery,
  ): Promise<void> {
    const owner = busyOwner(await this.access.enter(actor, member, study));
    await this.records.disconnect(owner, id);
  }

  @Post(':id/fetch')
  @Returns(200, busyCalendar, {
    summary: 'Fetch a calendar now, at most once a minute; `error` says what failed',
  })
  async fetch(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberCalendarParams)) { member, id }: CalendarParams,
    @Query(parsed(availabilityQuery)) { study }: StudyQuery,
  ) {
    await this.access.enter(actor, member, study);
    const { kind } = await this.readModel.get(member, id);
    if (kind === 'file') throw new BusyCalendarIsFile();
    await this.refresh.refreshNow(id);
    return presentBusyCalendar(await this.readModel.get(member, id));
  }
}
