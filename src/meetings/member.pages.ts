import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { memberPage } from '../../templates/pages/meetings/member-page.js';
import { memberTexts } from '../../templates/pages/meetings/member.texts.js';
import { Public } from '../auth/public.js';
import { parsed } from '../kernel/http/parsed.js';
import { readForm } from '../web/form.js';
import { page, type PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { AnswerMeeting } from './answer-meeting.service.js';
import { BoardLinks } from './board-links.service.js';
import type { BoardMember } from './board-member.entity.js';
import { MeetingFile } from './meeting-file.service.js';
import { MemberPageReadModel } from './member-page.read-model.js';
import { submitMeetingForm } from './submit-meeting-form.js';

const tokenParams = z.object({ token: z.string().max(100) });
const params = tokenParams.extend({ id: z.uuid() });
type Params = z.output<typeof params>;

const answerForm = z.object({
  answer: z.enum(['accepted', 'tentative', 'declined']),
  sequence: z.coerce.number().int().min(0),
});

/** What a board member opens with their personal link: no account, no script. */
@Controller('m/:token')
@Public()
export class MemberPages {
  constructor(
    private readonly links: BoardLinks,
    private readonly views: MemberPageReadModel,
    private readonly answers: AnswerMeeting,
    private readonly files: MeetingFile,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Param(parsed(tokenParams)) { token }: z.output<typeof tokenParams>,
  ): Promise<PageResult> {
    return this.page(request, await this.links.open(token), { token });
  }

  @Post('meetings/:id/answer')
  async answer(
    @Req() request: FastifyRequest,
    @Param(parsed(params)) { token, id }: Params,
    @Body() body: unknown,
  ): Promise<PageResult | SeeOther> {
    const member = await this.links.open(token);
    const language = languageOf(request);
    const form = readForm(answerForm, body, language);
    const done = await submitMeetingForm({ form, body, language }, (given) =>
      this.answers.answer(member, id, given),
    );
    if (!done.ok)
      return this.page(request, member, { token, status: done.status, faults: done.state.faults });
    return seeOther(`/m/${token}`, { flash: { kind: 'ok', message: memberTexts[language].answered } });
  }

  @Get('meetings/:id.ics')
  @HttpCode(200)
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="meeting.ics"')
  @Header('cache-control', 'no-store')
  async file(@Param(parsed(params)) { token, id }: Params): Promise<string> {
    return (await this.files.write(await this.links.open(token), id)).toString('utf8');
  }

  private async page(
    request: FastifyRequest,
    member: BoardMember,
    {
      token,
      status,
      faults,
    }: Pick<Parameters<typeof memberPage>[0], 'token' | 'faults'> & { status?: number },
  ): Promise<PageResult> {
    const view = await this.views.page(member);
    const study = { ...view.study, organisation: view.boardName };
    const title = memberTexts[languageOf(request)].title;
    return page(memberPage({ ...view, token, faults }), {
      title,
      layout: 'public',
      study,
      ...(status && { status }),
    });
  }
}
