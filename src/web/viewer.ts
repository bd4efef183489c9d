import type { Language } from '../kernel/text/language.js';

/** A study that the viewer belongs to, as the navigation shows it. */
export interface ViewerStudy {
  readonly code: string;
  readonly title: string;
  readonly role: string;
}

/** Who is looking: a plain value, put on the request by whoever signs people in. */
export interface Viewer {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language?: Language;
  readonly mayCreateStudies: boolean;
  readonly studies: readonly ViewerStudy[];
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
    csrfToken?: string;
  }
}
