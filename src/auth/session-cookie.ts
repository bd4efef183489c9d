import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';

const weekInSeconds = 7 * 24 * 3600;

/**
 * The cookie of a browser's session. Over https its name has the prefix `__Host-`, with which browsers refuse one that
 * another host, or a page without https, tries to set. How long it really lasts is decided by the session.
 */
@Injectable()
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean };

  constructor(@Inject(CONFIG) config: Config) {
    const secure = config.publicUrl.startsWith('https:');
    this.#name = secure ? '__Host-veldwerk_session' : 'veldwerk_session';
    this.#attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies?.[this.#name];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.#name, token, { ...this.#attributes, maxAge: weekInSeconds });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.#name, this.#attributes);
  }
}
