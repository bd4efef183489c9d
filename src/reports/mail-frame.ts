/**
 * Headers of a mail's HTML in its frame: it may show itself and be left by pressing a link, and nothing else.
 * No scripts, no forms, nothing loaded, an origin of its own; only our own page may frame it.
 */
export const mailFrameHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    'sandbox allow-top-navigation-by-user-activation',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

const base = '<base target="_top">';

/** The mail with its links opening in the whole window, as from a mail program. */
export function framedMail(html: string): string {
  const head = /<head\b[^>]*>/i.exec(html);
  if (!head) return base + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + base + html.slice(at);
}
