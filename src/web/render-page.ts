import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderDocument } from '../../templates/partials/render-document.js';
import type { PageContext, Theme } from '../../templates/partials/page-context.js';
import { assets } from './assets.js';
import { pageHeaders } from './domain/security-headers.js';
import { takeFlash } from './flash.js';
import type { PageOptions, PageResult } from './page.js';
import { languageInAddress, languageOf } from './request-language.js';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Turns a page into HTML, sets its headers and takes the message that was kept for it. */
export class PageRenderer {
  constructor(private readonly settings: { readonly mailIsCaptured: boolean }) {}

  render(result: PageResult, request: FastifyRequest, reply: FastifyReply): string {
    const { options } = result;
    void reply.headers(pageHeaders(options));
    const context = this.#contextOf(options, request, takeFlash(request, reply));
    return renderDocument({ context, title: options.title, layout: options.layout, body: result.body });
  }

  #contextOf(
    { layout, section, study }: PageOptions,
    request: FastifyRequest,
    flash: PageContext['flash'],
  ): PageContext {
    return {
      language: languageOf(request),
      languageInAddress: languageInAddress(request) !== undefined,
      theme: themes.find((theme) => theme === request.cookies?.theme) ?? 'auto',
      // A public page is the same for whoever opens it, also for a colleague who is signed in.
      viewer: layout === 'public' ? undefined : request.viewer,
      csrfToken: request.csrfToken,
      path: request.url,
      study,
      section,
      flash,
      mailIsCaptured: this.settings.mailIsCaptured,
      assets,
    };
  }
}
