import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { offerPage } from '../../templates/pages/appointments/offer-page.js';
import { offerPreviewPage } from '../../templates/pages/appointments/offer-preview-page.js';
import { offerTexts } from '../../templates/pages/appointments/offer.texts.js';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { parsed } from '../kernel/http/parsed.js';
import { RespondentAccess } from '../respondents/respondent-access.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { PageResult } from '../web/page.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import { languageOf } from '../web/request-language.js';
import { idInStudyParams, offerForm, offerQuery, type OfferQuery } from './appointments.schema.js';
import { OfferChoices } from './offer-choices.read-model.js';
import { Offers } from './offers.service.js';
import { planPage } from './plan-page.js';
import { submitForm } from '../web/submit-form.js';

type IdParams = z.output<typeof idInStudyParams>;

/** Offers a respondent moments: chosen, looked at as the mail that they get, then sent. */
@Controller('studies/:study/respondents/:id/offer')
export class OfferPages {
  constructor(
    private readonly access: RespondentAccess,
    private readonly choices: OfferChoices,
    private readonly offers: Offers,
  ) {}

  @Get()
  async choose(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
    @Query(parsed(offerQuery)) query: OfferQuery,
  ): Promise<PageResult> {
    return this.choosing(request, await this.access.enter(actor, study, 'change'), { id, query });
  }

  @Get('preview')
  async preview(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
    @Query(parsed(offerQuery)) query: OfferQuery,
  ): Promise<PageResult> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    const form = { ok: true, value: query } as const;
    const done = await submitForm({ form, body: {}, language }, () => this.choices.preview(scope, id, query));
    if (!done.ok)
      return this.choosing(request, scope, { id, query, status: done.status, faults: done.state.faults });
    const title = offerTexts[language].previewTitle(done.value.pseudonym);
    return planPage(scope, offerPreviewPage(done.value), { title, section: 'respondents' });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
    @Body(parsed(offerForm)) { slot, mode, expiresAt }: z.output<typeof offerForm>,
  ): Promise<PageResult | SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const language = languageOf(request);
    const { pseudonym, back } = await this.choices.about(scope, id);
    const wanted = { respondentId: id, slots: slot, mode, expiresAt, actorId: scope.actorId };
    const done = await submitForm({ form: { ok: true, value: wanted }, body: {}, language }, (offer) =>
      this.offers.make(offer),
    );
    if (done.ok)
      return seeOther(back, { flash: { kind: 'ok', message: offerTexts[language].sent(pseudonym) } });
    const { status, state } = done;
    return this.choosing(request, scope, { id, query: { slot, mode }, status, faults: state.faults });
  }

  @Post('withdraw')
  async withdraw(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Param(parsed(idInStudyParams)) { study, id }: IdParams,
  ): Promise<SeeOther> {
    const scope = await this.access.enter(actor, study, 'change');
    const { back } = await this.choices.about(scope, id);
    await this.offers.withdraw(id, scope.actorId);
    return seeOther(back, { flash: { kind: 'ok', message: offerTexts[languageOf(request)].withdrawn } });
  }

  private async choosing(request: FastifyRequest, scope: StudyScope, asked: Asked): Promise<PageResult> {
    const { id, query, status, faults } = asked;
    const view = await this.choices.of(scope, id, query);
    const title = offerTexts[languageOf(request)].title(view.pseudonym);
    return planPage(scope, offerPage({ ...view, query, faults }), { title, status, section: 'respondents' });
  }
}

interface Asked {
  readonly id: string;
  readonly query: OfferQuery;
  readonly status?: number | undefined;
  readonly faults?: Parameters<typeof offerPage>[0]['faults'];
}
