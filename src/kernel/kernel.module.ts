import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG } from './config/config.token.js';
import type { Config } from './config/env.js';
import { Cipher } from './crypto/cipher.js';
import { HttpModule } from './http/http.module.js';
import { Jobs } from './jobs/jobs.js';
import { KernelReadiness } from './kernel-readiness.js';
import { Ledger } from './ledger/ledger.js';
import { Clock } from './time/clock.js';

/** What every room may use without asking: configuration, database, clock, cipher, ledger, jobs. */
@Global()
@Module({})
export class KernelModule {
  static forRoot(config: Config, orm: MikroORM): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: MikroORM, useValue: orm },
      { provide: EntityManager, useValue: orm.em },
      { provide: Cipher, useValue: new Cipher(config.secretKey) },
      Clock,
      Ledger,
      Jobs,
    ];
    return {
      module: KernelModule,
      imports: [HttpModule],
      providers: [...providers, KernelReadiness],
      exports: providers,
    };
  }
}
