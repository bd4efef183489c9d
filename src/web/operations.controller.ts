import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Metrics } from '../kernel/http/metrics.js';
import { ReadinessChecks } from '../kernel/http/readiness-checks.js';
import { PublicRoute, Returns } from '../kernel/http/returns.js';

const liveness = z.object({ status: z.literal('live') });
const readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.record(z.string(), z.enum(['ok', 'failed'])),
});

/** For those who run it: is it alive, may requests come, how is it doing. */
@Controller()
@PublicRoute()
export class OperationsController {
  constructor(
    private readonly readinessChecks: ReadinessChecks,
    private readonly measured: Metrics,
  ) {}

  @Get('health/live')
  @Returns(200, liveness, { summary: 'The process answers', mediaType: 'application/json' })
  @Header('cache-control', 'no-store')
  live(): z.input<typeof liveness> {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Returns(200, readiness, {
    summary: 'Database and queue answer; 503 when not',
    mediaType: 'application/json',
  })
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.input<typeof readiness>> {
    const { ready, checks } = await this.readinessChecks.run();
    if (!ready) void reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', checks };
  }

  @Get('metrics')
  @Returns(200, undefined, { summary: 'Numbers for Prometheus', mediaType: 'text/plain' })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.measured.write();
  }
}
