import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../kernel/jobs/jobs.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';

/** Clears away what has expired; nothing depends on it being in time. */
@Injectable()
export class AuthJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly keys: IdempotencyKeys,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'auth.tidy', everySeconds: 600, handler: () => this.tidy() });
  }

  async tidy(): Promise<void> {
    await this.sessions.deleteExpired();
    await this.attempts.deleteEnded();
    await this.keys.deleteExpired();
  }
}
