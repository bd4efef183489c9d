import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import { studyParams } from '../studies/studies.schema.js';
import { CancelMeeting } from './cancel-meeting.service.js';
import { MeetingAccess } from './meeting-access.service.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import {
  agendaInput,
  meetingParams,
  meetingPatch,
  meetingSchedule,
  meetingSummary,
  meetingView,
  newMeeting,
  sendInput,
  sentAgenda,
  versionInput,
  type AgendaInput,
  type MeetingPatch,
  type NewMeeting,
} from './meetings.schema.js';
import { Meetings } from './meetings.service.js';
import { SendAgenda } from './send-agenda.service.js';

type StudyParams = z.output<typeof studyParams>;
type MeetingParams = z.output<typeof meetingParams>;

@Controller('api/v1')
export class MeetingsController {
  constructor(
    private readonly access: MeetingAccess,
    private readonly meetings: Meetings,
    private readonly cancelMeeting: CancelMeeting,
    private readonly sendAgenda: SendAgenda,
    private readonly views: MeetingsReadModel,
  ) {}

  @Get('studies/:study/meetings')
  @Returns(200, z.array(meetingSummary), { summary: 'The meetings of the sounding board' })
  async list(@CurrentActor() actor: Actor, @Param(parsed(studyParams)) { study }: StudyParams) {
    return this.views.list(await this.access.enterStudy(actor, study));
  }

  @Post('studies/:study/meetings')
  @Returns(201, meetingView, { summary: 'Add a meeting; with a start it is scheduled at once' })
  async create(
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: StudyParams,
    @Body(parsed(newMeeting)) input: NewMeeting,
  ) {
    const scope = await this.access.enterStudyToConvene(actor, study);
    const { id } = await this.meetings.create(scope, input);
    return this.views.meeting(scope, id);
  }

  @Get('meetings/:id')
  @Returns(200, meetingView, { summary: 'One meeting with its agenda and the answers of the members' })
  async get(@CurrentActor() actor: Actor, @Param(parsed(meetingParams)) { id }: MeetingParams) {
    return this.views.meeting(await this.access.enter(actor, id), id);
  }

  @Patch('meetings/:id')
  @Returns(200, meetingView, { summary: 'Change a meeting; nobody is mailed until its agenda is sent' })
  async change(
    @CurrentActor() actor: Actor,
    @Param(parsed(meetingParams)) { id }: MeetingParams,
    @Body(parsed(meetingPatch)) patch: MeetingPatch,
  ) {
    const scope = await this.access.enterToConvene(actor, id);
    await this.meetings.change(scope, id, patch);
    return this.views.meeting(scope, id);
  }

  @Post('meetings/:id/schedule')
  @Returns(200, meetingView, { summary: 'Set the date, which takes the time of every member' })
  schedule(
    @CurrentActor() actor: Actor,
    @Param(parsed(meetingParams)) params: MeetingParams,
    @Body(parsed(meetingSchedule)) schedule: z.output<typeof meetingSchedule>,
  ) {
    return this.change(actor, params, schedule);
  }

  @Put('meetings/:id/agenda')
  @Returns(200, meetingView, {
    summary: 'Replace the agenda; `version` is the meeting version it was made from',
  })
  async setAgenda(
    @CurrentActor() actor: Actor,
    @Param(parsed(meetingParams)) { id }: MeetingParams,
    @Body(parsed(agendaInput)) agenda: AgendaInput,
  ) {
    const scope = await this.access.enterToConvene(actor, id);
    await this.meetings.setAgenda(scope, id, agenda);
    return this.views.meeting(scope, id);
  }

  @Post('meetings/:id/agenda/send')
  @Returns(200, sentAgenda, {
    summary: 'Mail each member the agenda and an invitation, or what changed since',
  })
  async send(
    @CurrentActor() actor: Actor,
    @Param(parsed(meetingParams)) { id }: MeetingParams,
    @Body(parsed(sendInput.prefault({}))) request: z.output<typeof sendInput>,
  ) {
    return this.sendAgenda.send(await this.access.enterToConvene(actor, id), id, request);
  }

  @Post('meetings/:id/cancel')
  @Returns(200, meetingView, { summary: 'Cancel the meeting and tell whoever was invited' })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param(parsed(meetingParams)) { id }: MeetingParams,
    @Body(parsed(versionInput.prefault({}))) { version }: z.output<typeof versionInput>,
  ) {
    const scope = await this.access.enterToConvene(actor, id);
    await this.cancelMeeting.cancel(scope, id, version);
    return this.views.meeting(scope, id);
  }
}
