import { weighted } from './choose-language.js';

/** Whether the answer should be JSON: always under `/api`, elsewhere when Accept puts JSON before HTML. */
export function wantsJson({ path, accept }: { readonly path: string; readonly accept?: string }): boolean {
  if (/^\/api(\/|$)/.test(path)) return true;
  const weightOf = (...types: readonly string[]) =>
    Math.max(
      0,
      ...weighted(accept).map(({ value, weight }) => (types.includes(value.toLowerCase()) ? weight : 0)),
    );
  return (
    weightOf('application/json', 'application/problem+json') > weightOf('text/html', 'application/xhtml+xml')
  );
}
