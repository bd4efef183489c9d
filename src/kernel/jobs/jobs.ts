import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PgBoss, fromKysely } from 'pg-boss';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/env.js';

export interface JobDefinition {
  readonly name: string;
  /** Safe to run in several processes at once and to run again after a crash. */
  readonly handler: () => Promise<unknown>;
  /** Runs in every process, this long after the last run ended. */
  readonly everySeconds?: number;
  /** Runs once for all processes together; minute precision, in UTC. */
  readonly cron?: string;
}

/** Work outside requests: woken by a transaction that committed, or by the clock. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly definitions = new Map<string, JobDefinition>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly boss: PgBoss;
  private started = false;
  private stopping = false;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly orm: MikroORM,
    private readonly em: EntityManager,
  ) {
    this.boss = new PgBoss({ connectionString: config.databaseUrl, max: 3, useListenNotify: true });
    this.boss.on('error', (error: Error) => this.logger.error(`queue: ${error.name}`));
  }

  /** To be called while modules initialise; a job starts when the whole application has. */
  register(definition: JobDefinition): void {
    this.definitions.set(definition.name, definition);
  }

  /** Has the job run as soon as the caller's transaction has committed, and not if it rolls back. */
  async wake(name: string): Promise<void> {
    await this.boss.send(name, {}, { db: fromKysely(this.em.getKysely()) });
  }

  /** Rejects while the queue has not started, stops, or cannot reach its tables. */
  async assertReady(): Promise<void> {
    if (!this.started || this.stopping) throw new Error('the queue is not running');
    await this.boss.isInstalled();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const definition of this.definitions.values()) await this.begin(definition);
    this.started = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.boss.stop({ graceful: true, timeout: 10_000 });
    await Promise.allSettled(this.running);
  }

  private async begin(definition: JobDefinition): Promise<void> {
    const { name, everySeconds, cron } = definition;
    await this.boss.createQueue(name, { notify: true, retryLimit: 0, deleteAfterSeconds: 3600 });
    await this.boss.work(name, { batchSize: 200, pollingIntervalSeconds: 2 }, () => this.run(definition));
    if (cron) await this.boss.schedule(name, cron);
    if (everySeconds) this.repeat(definition, everySeconds * 1000);
  }

  private repeat(definition: JobDefinition, pauseMs: number): void {
    if (this.stopping) return;
    const again = () => void this.run(definition).then(() => this.repeat(definition, pauseMs));
    this.timers.set(definition.name, setTimeout(again, pauseMs).unref());
  }

  private run(definition: JobDefinition): Promise<void> {
    const run = RequestContext.create(this.orm.em, async () => {
      await definition.handler();
    }).catch((error: unknown) => this.logFailure(definition.name, error));
    this.running.add(run);
    return run.finally(() => this.running.delete(run));
  }

  /** The kind of error only: a message may hold what was being handled. */
  private logFailure(name: string, error: unknown): void {
    const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
    this.logger.error(`job ${name} failed: ${error instanceof Error ? error.name : typeof error}${code}`);
  }
}
