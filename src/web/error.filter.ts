import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorPage } from '../../templates/pages/errors/error-page.js';
import type { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import type { DomainError } from '../kernel/http/domain-error.js';
import { toProblem, unexpectedProblem } from '../kernel/http/problem.js';
import { wantsJson } from './domain/wants-json.js';
import { page } from './page.js';
import type { PageRenderer } from './render-page.js';
import { languageOf } from './request-language.js';
import { toDomainError } from './to-domain-error.js';

/** The one place where errors become answers: a problem document for scripts, a page for people. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly constraints: ConstraintErrors,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const error = toDomainError(thrown, {
      constraints: this.constraints,
      contentType: request.headers['content-type'],
    });
    if (!error) request.log.error({ err: thrown }, 'unexpected error');
    if (error?.retryAfter !== undefined) void reply.header('retry-after', Math.ceil(error.retryAfter));
    if (wantsJson({ path: request.url, accept: request.headers.accept })) sendProblem(error, request, reply);
    else this.#sendPage(error, request, reply);
  }

  #sendPage(error: DomainError | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (error?.kind === 'unauthenticated' && request.method === 'GET') {
      const query = request.url === '/' ? '' : `?returnTo=${encodeURIComponent(request.url)}`;
      void reply
        .status(303)
        .headers({ location: `/sign-in${query}`, 'cache-control': 'no-store' })
        .send('');
      return;
    }
    const view = errorPage({ error, requestId: request.id, language: languageOf(request) });
    const layout = layoutFor(request);
    const html = this.renderer.render(page(view.body, { title: view.title, layout }), request, reply);
    void reply.status(error ? toProblem(error).status : 500).send(html);
  }
}

/** A token in the address stands for a person without an account. */
const layoutFor = (request: FastifyRequest) => {
  if (/^\/[rm]\//.test(request.url)) return 'public';
  return request.viewer ? 'app' : 'plain';
};

function sendProblem(error: DomainError | undefined, request: FastifyRequest, reply: FastifyReply): void {
  const problem = error ? toProblem(error) : unexpectedProblem(request.id);
  void reply
    .status(problem.status)
    .headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .send(JSON.stringify(problem));
}
