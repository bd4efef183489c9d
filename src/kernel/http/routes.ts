import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { z } from 'zod';
import { ZodPipe } from './parsed.js';
import { answerOf, isPublicRoute, type Answer } from './returns.js';

export interface RouteDescription {
  readonly method: string;
  /** With parameters as the router writes them: `/api/v1/studies/:study`. */
  readonly path: string;
  readonly name: string;
  readonly tag: string;
  readonly isPublic: boolean;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly params?: z.ZodType;
  readonly answer?: Answer;
}

type Controller = abstract new (...args: never[]) => object;

interface RouteArgument {
  readonly pipes: readonly unknown[];
}

/** Reads from Nest's metadata what a controller answers to; the same pipes that parse a request describe it. */
export function routesOf(controller: Controller): readonly RouteDescription[] {
  const base: string | readonly string[] | undefined = Reflect.getMetadata(PATH_METADATA, controller);
  if (base === undefined) return [];
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = (controller.prototype as Record<string, unknown>)[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    return pathsOf(base, Reflect.getMetadata(PATH_METADATA, handler)).map((path) =>
      describe(controller, handler, { name, path }),
    );
  });
}

function describe(
  controller: Controller,
  handler: object,
  { name, path }: { name: string; path: string },
): RouteDescription {
  const method: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
  const schemas = schemasOf(controller, name);
  return {
    method: RequestMethod[method].toLowerCase(),
    path,
    name,
    tag: controller.name.replace(/(Controller|Pages)$/, ''),
    isPublic: isPublicRoute(handler, controller),
    body: schemas.get(RouteParamtypes.BODY),
    query: schemas.get(RouteParamtypes.QUERY),
    params: schemas.get(RouteParamtypes.PARAM),
    answer: answerOf(handler),
  };
}

function schemasOf(controller: Controller, name: string): ReadonlyMap<number, z.ZodType> {
  const args: Record<string, RouteArgument> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
  const found = Object.entries(args).flatMap(([key, { pipes }]) => {
    const pipe = pipes?.find((candidate) => candidate instanceof ZodPipe);
    return pipe ? [[Number.parseInt(key, 10), pipe.schema] as const] : [];
  });
  return new Map(found);
}

function pathsOf(base: string | readonly string[], own: string | readonly string[]): readonly string[] {
  return [base].flat().flatMap((head) =>
    [own].flat().map((tail) => {
      const parts = `${head}/${tail}`.split('/').filter((part) => part !== '');
      return `/${parts.join('/')}`;
    }),
  );
}
