import type { PageLayout } from '../page.js';

/** What a page may load and do: our stylesheet and pictures, forms to ourselves, nothing else. */
const contentPolicy = (hasFrame: boolean) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(hasFrame ? ["frame-src 'self'"] : []),
  ].join('; ');

/** Headers of an HTML page. Public pages carry a token in their address: it must not leave in a referrer or an index. */
export function pageHeaders({ layout, hasFrame = false }: { layout: PageLayout; hasFrame?: boolean }) {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(hasFrame),
    'cache-control': 'no-store',
    'referrer-policy': layout === 'public' ? 'no-referrer' : 'same-origin',
    ...(layout === 'app' ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
  };
}

/** Headers of every answer. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;
