import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import { NotSignedIn } from './auth.errors.js';
import type { SignedIn } from './sessions.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard, on every route that is not public. */
    signedIn?: SignedIn;
  }
}

const signedInOf = (context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new NotSignedIn();
  return signedIn;
};

/** The `Actor` who makes the request. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

/** The `SignedIn` of the request: its actor, and which session it came with. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedInOf(context),
);
