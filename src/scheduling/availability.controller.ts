import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { Returns } from '../kernel/http/returns.js';
import {
  availability,
  availabilityQuery,
  memberParams,
  type AvailabilityView,
} from './availability.schema.js';
import { AvailabilityService } from './availability.service.js';
import { MemberAccess } from './member-access.service.js';

type MemberParams = z.output<typeof memberParams>;
type Query = z.output<typeof availabilityQuery>;

@Controller('api/v1/team/:member/availability')
export class AvailabilityController {
  constructor(
    private readonly access: MemberAccess,
    private readonly availability: AvailabilityService,
  ) {}

  @Get()
  @Returns(200, availability, { summary: 'When a member of the team works' })
  async get(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberParams)) { member }: MemberParams,
    @Query(parsed(availabilityQuery)) { study }: Query,
  ): Promise<AvailabilityView> {
    return this.availability.get(await this.access.enter(actor, member, study));
  }

  @Put()
  @Returns(200, availability, { summary: 'Replace when a member of the team works' })
  async set(
    @CurrentActor() actor: Actor,
    @Param(parsed(memberParams)) { member }: MemberParams,
    @Query(parsed(availabilityQuery)) { study }: Query,
    @Body(parsed(availability)) body: AvailabilityView,
  ): Promise<AvailabilityView> {
    return this.availability.set(await this.access.enter(actor, member, study), body);
  }
}
