import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../kernel/http/domain-error.js';
import { isAllowedOrigin } from './domain/allowed-origin.js';

/** Refuses posts that another site's page sent with our cookies. */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(private readonly ownOrigin: string) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers, url } = context.switchToHttp().getRequest<FastifyRequest>();
    const header = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
    const allowed = isAllowedOrigin({
      method,
      path: url,
      host: headers.host,
      secFetchSite: header('sec-fetch-site'),
      origin: header('origin'),
      ownOrigin: this.ownOrigin,
    });
    if (!allowed) throw new Forbidden('cross-site-request', 'This request came from another website.');
    return true;
  }
}
