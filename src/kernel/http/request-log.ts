import {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { LogLevel } from '../config/env.js';
import type { Metrics } from './metrics.js';
import { requestId } from './request-id.js';

/**
 * Fastify's own logging is off, because it writes addresses: a token in a path opens a respondent's page. What is
 * written instead is the pattern of the route.
 */
export const loggingOptions = (level: LogLevel) =>
  ({
    genReqId: requestId,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: ['req', 'res', '*.email', '*.password', '*.token', '*.authorization'], remove: true },
    },
  }) satisfies FastifyServerOptions;

/** One line per answered request, and its duration to the metrics. */
export function logRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const line = lineOf(request, reply);
    metrics.observe(line, reply.elapsedTime / 1_000);
    if (!quiet.has(line.route)) request.log.info(line, 'request');
    done();
  });
}

const quiet = new Set(['/health/live', '/health/ready', '/metrics']);

const lineOf = (request: FastifyRequest, reply: FastifyReply) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'none',
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime * 10) / 10,
});

/** Messages of database errors quote values, so of an error only its class, its code and the place are kept. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: '',
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    stack: frames.slice(0, 12).join('\n'),
  };
}
