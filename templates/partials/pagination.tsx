import { defineTexts } from './define-texts.js';
import { usePageContext, useTexts } from './page-context.js';

const texts = defineTexts({
  nl: { label: 'Bladeren', first: 'Naar het begin', next: 'Volgende' },
  en: { label: 'Pages', first: 'Back to the first', next: 'Next' },
});

export interface PaginationProps {
  /** Where the next page starts; absent on the last one. */
  readonly nextCursor?: string;
}

/** Forward with a cursor, and back to the start; the filters in the address stay. */
export function Pagination({ nextCursor }: PaginationProps) {
  const words = useTexts(texts);
  const { path } = usePageContext();
  const isFirst = !new URL(path, 'http://localhost').searchParams.has('cursor');
  if (isFirst && nextCursor === undefined) return null;
  return (
    <nav class="pagination" aria-label={words.label}>
      {isFirst ? null : <a href={withCursor(path)}>{words.first}</a>}
      {nextCursor === undefined ? null : (
        <a href={withCursor(path, nextCursor)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}

function withCursor(path: string, cursor?: string): string {
  const url = new URL(path, 'http://localhost');
  url.searchParams.delete('cursor');
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  return url.pathname + url.search;
}
