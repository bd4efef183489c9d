import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Flash } from '../../templates/partials/page-context.js';

const COOKIE = 'flash';
const SECONDS = 120;

const flashSchema = z.object({
  kind: z.enum(['ok', 'warn', 'bad']),
  message: z.string(),
  undo: z.object({ action: z.string(), label: z.string() }).optional(),
});

/** Keeps a message for the next page, in a signed cookie of two minutes: no personal data in it. */
export function keepFlash(reply: FastifyReply, flash: Flash): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  void reply.setCookie(COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: 'auto',
    signed: true,
    maxAge: SECONDS,
  });
}

/** The message that was kept, which is then forgotten. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | undefined {
  const cookie = request.cookies?.[COOKIE];
  if (!cookie) return undefined;
  void reply.clearCookie(COOKIE, { path: '/' });
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? readFlash(value) : undefined;
}

function readFlash(value: string): Flash | undefined {
  try {
    return flashSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
