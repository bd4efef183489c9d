import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

const RETURNS = 'veldwerk:returns';
const PUBLIC_ROUTE = 'veldwerk:public-route';

export interface Answer {
  readonly status: number;
  readonly schema?: z.ZodType;
  readonly summary: string;
  /** Default `application/json` with a schema. */
  readonly mediaType?: string;
  /** Content types of a body that is a file, beside or instead of the parsed one. */
  readonly accepts?: readonly string[];
}

/** Sets the status of a handler's answer and describes it in the OpenAPI document. */
export function Returns(
  status: number,
  schema: z.ZodType | undefined,
  about: Pick<Answer, 'summary' | 'mediaType' | 'accepts'>,
): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    SetMetadata(RETURNS, { status, schema, ...about } satisfies Answer),
  );
}

export const answerOf = (handler: object): Answer | undefined => Reflect.getMetadata(RETURNS, handler);

/** Marks a handler or controller that answers without signing in: no session, or a token in its address instead. */
export const PublicRoute = () => SetMetadata(PUBLIC_ROUTE, true);

/** Whether the first of these (handler, then its controller) that says anything says "public". */
export const isPublicRoute = (...targets: readonly object[]): boolean =>
  targets.some((target) => Reflect.getMetadata(PUBLIC_ROUTE, target) === true);
