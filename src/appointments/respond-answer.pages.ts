import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { respondTexts } from '../../templates/pages/respond/respond.texts.js';
import { Public } from '../auth/public.js';
import { dropUnsafeCharacters } from '../kernel/text/clean-text.js';
import { parsed } from '../kernel/http/parsed.js';
import { readForm } from '../web/form.js';
import { seeOther } from '../web/redirect.js';
import { AnswerOffer } from './answer-offer.service.js';
import { AppointmentFile } from './appointment-file.service.js';
import { AppointmentNotFound, OfferClosed, TooLateToChange } from './appointments.errors.js';
import { tokenParams } from './appointments.schema.js';
import { OpenOffers } from './open-offers.js';
import { presentRespond } from './present-respond.js';
import { RespondDesk, type Visit } from './respond-desk.service.js';
import { askPage, proposalPage, standingPage } from './respond-page.js';

type TokenParams = z.output<typeof tokenParams>;

const proposalForm = ({ proposalMissing, proposalTooLong }: (typeof respondTexts)['nl']) =>
  z.object({
    text: z
      .string({ error: proposalMissing })
      .transform(dropUnsafeCharacters)
      .pipe(z.string().trim().min(1, proposalMissing).max(1000, proposalTooLong)),
  });

/** What a respondent can do besides choosing a moment. */
@Controller('r/:token')
@Public()
export class RespondAnswerPages {
  constructor(
    private readonly desk: RespondDesk,
    private readonly answers: AnswerOffer,
    private readonly offers: OpenOffers,
    private readonly file: AppointmentFile,
  ) {}

  @Get('decline')
  askDecline(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, async (visit) => {
      const view = await this.desk.view(visit);
      const canDecline = ['open', 'proposed', 'booked'].includes(view.standing);
      return canDecline ? askPage({ visit, view }, 'decline') : standingPage({ visit, view });
    });
  }

  @Post('decline')
  decline(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, (visit) =>
      this.answered(visit, () => this.answers.decline(visit.respondentId)),
    );
  }

  @Post('propose')
  propose(
    @Req() request: FastifyRequest,
    @Param(parsed(tokenParams)) { token }: TokenParams,
    @Body() body: unknown,
  ) {
    return this.desk.serve(request, token, async (visit) => {
      const form = readForm(proposalForm(respondTexts[visit.language]), body, visit.language);
      if (form.ok)
        return this.answered(visit, () => this.answers.propose(visit.respondentId, form.value.text));
      return proposalPage({ visit, view: await this.desk.view(visit), status: 422, state: form });
    });
  }

  @Get('cancel')
  askCancel(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, async (visit) => {
      const view = await this.desk.view(visit);
      return view.booking?.canChange ? askPage({ visit, view }, 'cancel') : standingPage({ visit, view });
    });
  }

  @Post('cancel')
  cancel(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, (visit) =>
      this.answered(visit, () => this.answers.cancel(visit.respondentId)),
    );
  }

  @Get('appointment.ics')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  @Header('referrer-policy', 'no-referrer')
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('content-disposition', 'attachment; filename="interview.ics"')
  calendar(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, async ({ respondentId, language }) => {
      const booked = await this.offers.scheduled(respondentId);
      if (!booked) throw new AppointmentNotFound();
      return this.file.forRespondent(booked, language);
    });
  }

  /** Back to their page, or the page that says why not. */
  private async answered(visit: Visit, act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      const isKnown = error instanceof OfferClosed || error instanceof TooLateToChange;
      if (visit.wantsJson || !isKnown) throw error;
      const status = error instanceof OfferClosed ? 410 : 409;
      return standingPage({ visit, view: await this.desk.view(visit), status });
    }
    return visit.wantsJson ? presentRespond(await this.desk.view(visit)) : seeOther(visit.home);
  }
}
