import type { Flash } from '../../templates/partials/page-context.js';

/** What a handler returns after a form post: see another page (303), where something may be said once. */
export class SeeOther {
  constructor(
    readonly url: string,
    readonly flash?: Flash,
  ) {}
}

export const seeOther = (url: string, options: { readonly flash?: Flash } = {}): SeeOther =>
  new SeeOther(url, options.flash);

/** The given address when it is a path of our own, else the fallback: no open redirects. */
export function ownPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(given)) return fallback;
  const base = 'http://own.invalid';
  if (!URL.canParse(given, base)) return fallback;
  const { origin, pathname } = new URL(given, base);
  // `/..//evil.example` becomes `//evil.example`, which whoever writes it again reads as another host.
  return origin === base && !pathname.startsWith('//') ? given : fallback;
}
