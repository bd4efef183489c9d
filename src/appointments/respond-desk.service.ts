import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { endedPage } from '../../templates/pages/respond/ended-page.js';
import { respondTexts } from '../../templates/pages/respond/respond.texts.js';
import { withLanguage } from '../../templates/partials/page-context.js';
import type { Language } from '../kernel/text/language.js';
import { wantsJson } from '../web/domain/wants-json.js';
import { page, type PageResult } from '../web/page.js';
import { languageInAddress, languageOf } from '../web/request-language.js';
import { RespondentLinkClosed } from './appointments.errors.js';
import { RespondentLinks } from './respondent-links.service.js';
import { RespondReadModel, type RespondView } from './respond.read-model.js';

/** A respondent at their own page. */
export interface Visit {
  readonly respondentId: string;
  readonly token: string;
  readonly language: Language;
  readonly wantsJson: boolean;
  /** Where their page is, in the language that they read it in. */
  readonly home: string;
}

/** Lets respondents in by their link. */
@Injectable()
export class RespondDesk {
  constructor(
    private readonly links: RespondentLinks,
    private readonly views: RespondReadModel,
  ) {}

  /**
   * Does what the visitor asks; a link that was closed gets a page (410) that says whom to turn to. Throws
   * RespondentLinkUnknown.
   */
  async serve<Answer>(
    request: FastifyRequest,
    token: string,
    act: (visit: Visit) => Promise<Answer>,
  ): Promise<Answer | PageResult> {
    const { respondentId, studyId, isClosed } = await this.links.find(token);
    const language = languageOf(request);
    const json = wantsJson({ path: request.url, accept: request.headers.accept });
    if (isClosed && json) throw new RespondentLinkClosed();
    if (isClosed) return this.closed(studyId, language);
    const home = languageInAddress(request) ? withLanguage(`/r/${token}`, language) : `/r/${token}`;
    return act({ respondentId, token, language, wantsJson: json, home });
  }

  view({ respondentId, language }: Visit): Promise<RespondView> {
    return this.views.of(respondentId, language);
  }

  private async closed(studyId: string, language: Language): Promise<PageResult> {
    const { study, contact } = await this.views.study(studyId);
    const title = respondTexts[language].ended.closed;
    return page(endedPage({ ending: 'closed', contact }), { title, layout: 'public', study, status: 410 });
  }
}
