import { hkdfSync } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Config } from '../kernel/config/env.js';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { InvalidInput, Malformed, TooLarge } from '../kernel/http/domain-error.js';
import { Metrics } from '../kernel/http/metrics.js';
import { logRequests, loggingOptions } from '../kernel/http/request-log.js';
import { serveAssets } from './assets.js';
import { acceptBodies, bodyLimits, isTooLargeForStranger } from './body-limits.js';
import { holdsNul } from './domain/holds-nul.js';
import { commonHeaders } from './domain/security-headers.js';
import { ErrorFilter } from './error.filter.js';
import { acceptForms } from './multipart.js';
import { OriginGuard } from './origin.guard.js';
import { PageInterceptor } from './page.interceptor.js';
import { PageRenderer } from './render-page.js';

type HttpConfig = Pick<Config, 'publicUrl' | 'secretKey' | 'smtpUrl'>;

/** What the Fastify adapter is made with. */
export const serverOptions = (config: Pick<Config, 'logLevel' | 'trustedProxy'>) =>
  ({
    ...loggingOptions(config.logLevel),
    trustProxy: config.trustedProxy ?? false,
    bodyLimit: bodyLimits.json,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }) satisfies FastifyServerOptions;

/** Everything between the socket and the handlers; called once, before the application listens. */
export async function configureHttp(app: NestFastifyApplication, config: HttpConfig): Promise<void> {
  // The types of the adapter and of fastify differ only in the logger's type parameter.
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(cookie, { secret: cookieSecret(config.secretKey) });
  acceptBodies(app);
  await acceptForms(app);
  logRequests(server, app.get(Metrics));
  server.addHook('onRequest', ({ headers }, reply, done) => {
    void reply.headers(commonHeaders);
    if (isTooLargeForStranger(headers))
      done(new TooLarge('too-large', 'Sign in before you send more than 2 MiB.'));
    else done();
  });
  refuseNul(server);
  serveAssets(server);
  const renderer = new PageRenderer({ mailIsCaptured: config.smtpUrl === undefined });
  app.useGlobalGuards(new OriginGuard(new URL(config.publicUrl).origin));
  app.useGlobalInterceptors(new PageInterceptor(renderer));
  app.useGlobalFilters(new ErrorFilter(renderer, app.get(ConstraintErrors)));
}

/** In a file that is the whole body, whoever reads the file says what is wrong with it. */
function refuseNul(server: FastifyInstance): void {
  server.addHook('preHandler', ({ url, body }, _, done) => {
    if (url.includes('%00')) done(new Malformed('malformed-request', 'This address cannot be read.'));
    else if (holdsNul(body)) done(new InvalidInput('nul-character', 'No text can hold the NUL character.'));
    else done();
  });
}

/** A key of its own for signing cookies, so that a signature says nothing about other keys. */
const cookieSecret = (secretKey: string) =>
  Buffer.from(hkdfSync('sha256', secretKey, 'veldwerk/1', 'key:cookie', 32)).toString('base64');
