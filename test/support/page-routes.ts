import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';
import { routesOf, type RouteDescription } from '../../src/kernel/http/routes.js';

/** Everything that the product answers to, with the routes of forms. */
export function routesOfApp(app: NestFastifyApplication): readonly RouteDescription[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Type),
  );
  return [...new Set(controllers)].flatMap((controller) => routesOf(controller));
}

/** The patterns of every address that a browser can open: all GET routes but those of the API. */
export function pageRoutes(app: NestFastifyApplication): readonly string[] {
  const gets = routesOfApp(app).filter(({ method, path }) => method === 'get' && !path.startsWith('/api/'));
  return [...new Set(gets.map(({ path }) => path))];
}
