import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPublicRoute } from '../kernel/http/returns.js';
import { wantsJson } from '../web/domain/wants-json.js';
import type { Viewer } from '../web/viewer.js';
import type { Actor } from './actor.js';
import { FormNotTrusted, NotSignedIn } from './auth.errors.js';
import { sameToken } from './csrf-token.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions, type SignedIn } from './sessions.service.js';
import { StudyNames } from './study-names.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Asks of every route that is not `@Public()` who makes the request. A bearer token (api) goes first; a cookie (web)
 * may change something only together with the session's form token, as field `_csrf` or header `x-csrf-token`.
 * Public forms are kept from other sites by the origin check of `web`, and links by their own token.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly studyNames: StudyNames,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublicRoute(context.getHandler(), context.getClass())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.whoMakes(request);
    if (!signedIn) {
      // RFC 9110 section 11.6.1; browsers, which get a page, know no such scheme and ignore it.
      void context.switchToHttp().getResponse<FastifyReply>().header('www-authenticate', 'Bearer');
      throw new NotSignedIn();
    }
    if (signedIn.kind === 'web') this.trustForm(request, signedIn);
    request.signedIn = signedIn;
    if (!wantsJson({ path: request.url, accept: request.headers.accept }))
      request.viewer = await this.viewerOf(signedIn.actor);
    return true;
  }

  private async whoMakes(request: FastifyRequest): Promise<SignedIn | undefined> {
    const bearer = bearerToken(request.headers.authorization);
    const token = bearer ?? this.cookie.read(request);
    const signedIn = token === undefined ? undefined : await this.sessions.find(token);
    // A token works only the way it was given out: a stolen cookie is no bearer token, and the other way round.
    return signedIn?.kind === (bearer === undefined ? 'web' : 'api') ? signedIn : undefined;
  }

  private trustForm(request: FastifyRequest, { csrfToken }: SignedIn): void {
    request.csrfToken = csrfToken;
    if (safeMethods.has(request.method)) return;
    const { _csrf: field } = Object(request.body) as { _csrf?: unknown };
    if (!sameToken(csrfToken, request.headers['x-csrf-token'] ?? field)) throw new FormNotTrusted();
  }

  private async viewerOf({
    accountId,
    name,
    email,
    language,
    mayCreateStudies,
    roles,
  }: Actor): Promise<Viewer> {
    const names = await this.studyNames.of([...roles.keys()]);
    const studies = [...names].map(([id, study]) => ({ ...study, role: roles.get(id)! }));
    const byTitle = studies.toSorted((a, b) => a.title.localeCompare(b.title, 'nl'));
    return { accountId, name, email, language, mayCreateStudies, studies: byTitle };
  }
}

/** RFC 6750 section 2.1; the scheme's case does not matter. */
const bearerToken = (header: string | undefined): string | undefined =>
  /^bearer +(\S+) *$/i.exec(header ?? '')?.[1];
