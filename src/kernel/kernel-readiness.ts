import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadinessChecks } from './http/readiness-checks.js';
import { Jobs } from './jobs/jobs.js';

/** Requests may come when the database answers and the queue has started. */
@Injectable()
export class KernelReadiness implements OnModuleInit {
  constructor(
    private readonly checks: ReadinessChecks,
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.checks.register('database', () => this.em.execute('select 1'));
    this.checks.register('queue', () => this.jobs.assertReady());
  }
}
