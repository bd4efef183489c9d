import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './kernel/config/env.js';
import { configureHttp, serverOptions } from './web/configure-http.js';

/** The whole product on a database that is connected and migrated; it does not listen yet. */
export async function createApp(config: Config, orm: MikroORM): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(config));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, orm), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn'],
    bodyParser: false,
  });
  adapter.getInstance().addHook('onRequest', (_request, _reply, done) => RequestContext.create(orm.em, done));
  await configureHttp(app, config);
  await app.init();
  return app;
}
