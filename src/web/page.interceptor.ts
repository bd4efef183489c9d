import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import { keepFlash } from './flash.js';
import { PageResult } from './page.js';
import { SeeOther } from './redirect.js';
import type { PageRenderer } from './render-page.js';

/** Presents what page handlers return: pages as HTML, redirects as 303. Everything else passes. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((result: unknown) => this.#present(result, request, reply)));
  }

  #present(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (result instanceof SeeOther) {
      if (result.flash) keepFlash(reply, result.flash);
      void reply.status(303).headers({ location: result.url, 'cache-control': 'no-store' });
      return '';
    }
    if (!(result instanceof PageResult)) return result;
    // A page that answers a post is shown again, not created: 200 unless it says otherwise.
    void reply.status(result.options.status ?? (reply.statusCode === 201 ? 200 : reply.statusCode));
    return this.renderer.render(result, request, reply);
  }
}
