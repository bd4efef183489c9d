import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { teamPage } from '../../templates/pages/team/team-page.js';
import { teamTexts } from '../../templates/pages/team/team.texts.js';
import { Accounts } from '../auth/accounts.service.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { PasswordLinks } from '../auth/password-links.service.js';
import { parsed } from '../kernel/http/parsed.js';
import { studyParams } from '../studies/studies.schema.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { frameOf } from '../studies/study-frame.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { MayNotSeeAvailability } from './availability.errors.js';
import { canSetAvailability } from './availability.policy.js';
import { teamParams } from './availability.schema.js';
import { MemberAccess } from './member-access.service.js';
import { TeamReadModel, type TeamMemberView } from './team.read-model.js';

/** Who works on a study; those who plan it invite the others to sign in. */
@Controller('studies/:study/team')
export class TeamPages {
  constructor(
    private readonly access: StudyAccess,
    private readonly team: TeamReadModel,
    private readonly members: MemberAccess,
    private readonly accounts: Accounts,
    private readonly passwords: PasswordLinks,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(studyParams)) { study }: z.output<typeof studyParams>,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study);
    const members = (await this.team.list(scope)).map((member) => present(member, scope));
    return page(teamPage({ code: scope.code, members, mayPlan: canPlan(scope) }), {
      title: teamTexts[languageOf(request)].title,
      layout: 'app',
      section: 'team',
      study: frameOf(scope),
    });
  }

  @Post(':member/invite')
  async invite(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(teamParams)) { study, member: id }: z.output<typeof teamParams>,
  ): Promise<SeeOther> {
    const { scope, member } = await this.members.enter(actor, id, study);
    if (!canPlan(scope)) throw new MayNotSeeAvailability();
    const account = await this.accounts.find(member.accountId);
    const isNew = account !== null && !account.passwordHash;
    if (isNew) await this.passwords.welcome(account, scope.studyId);
    const message = teamTexts[languageOf(request)][isNew ? 'invited' : 'hasPasswordAlready'](member.name);
    return seeOther(`/studies/${scope.code}/team`, { flash: { kind: isNew ? 'ok' : 'warn', message } });
  }
}

/** Addresses and who can sign in are for those who plan; hours are for everybody in the study. */
function present({ email, hasPassword, ...member }: TeamMemberView, scope: StudyScope) {
  const mayChange = canSetAvailability(scope, member.accountId);
  return { ...member, mayChange, ...(canPlan(scope) && { email, hasPassword }) };
}
