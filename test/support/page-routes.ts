import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';
import { routesOf } from '../../src/kernel/http/routes.js';

/** The patterns of every address that a browser can open: all GET routes but those of the API. */
export function pageRoutes(app: NestFastifyApplication): readonly string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Type),
  );
  const routes = [...new Set(controllers)].flatMap((controller) => routesOf(controller));
  const gets = routes.filter(({ method, path }) => method === 'get' && !path.startsWith('/api/'));
  return [...new Set(gets.map(({ path }) => path))];
}
