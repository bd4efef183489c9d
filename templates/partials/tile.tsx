import type { ComponentChildren } from 'preact';
import { formatNumber } from './format.js';
import { useHref, usePageContext } from './page-context.js';

export interface TileProps {
  readonly label: string;
  readonly value: number | string;
  /** What the value is out of; shows a bar with it. */
  readonly of?: number;
  readonly note?: ComponentChildren;
  readonly href?: string;
}

/** One number that matters. */
export function Tile({ label, value, of, note, href: path }: TileProps) {
  const { language } = usePageContext();
  const href = useHref();
  const write = (n: number | string) => (typeof n === 'number' ? formatNumber(n, language) : n);
  return (
    <li class="card tile">
      <p class="tile-label">{path ? <a href={href(path)}>{label}</a> : label}</p>
      <p class="tile-value">
        <b>{write(value)}</b>
        {of === undefined ? null : <span> / {write(of)}</span>}
      </p>
      {of === undefined || typeof value !== 'number' ? null : (
        <progress max={Math.max(of, 1)} value={Math.min(value, of)} aria-label={label} />
      )}
      {note ? <p class="tile-note">{note}</p> : null}
    </li>
  );
}

export function Tiles({ children }: { children: ComponentChildren }) {
  return (
    <ul class="tiles" role="list">
      {children}
    </ul>
  );
}
