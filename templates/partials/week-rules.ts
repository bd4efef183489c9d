import { laneCounts, QUARTER } from './week-grid.js';

const ROWS = (24 * 60) / QUARTER;
const LANES = 12;

/** The classes of a place in the week; inline styles are not allowed by the content policy. */
export const placeClasses = (place: { row: number; span: number; lane: number; lanes: number }): string =>
  `wr-${place.row} ws-${place.span} wl-${place.lane}-${place.lanes}`;

/** A rule for every class that `placeClasses` can name, for screens wide enough to show a grid. */
export function weekRules(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => i + 1);
  const lanes = laneCounts.flatMap((count) =>
    Array.from({ length: count }, (_, i) => {
      const width = LANES / count;
      return `.wl-${i + 1}-${count}{grid-column:${i * width + 1}/span ${width}}`;
    }),
  );
  const rules = [
    ...rows.slice(0, 24).map((n) => `.hours-${n}{--hours:${n}}`),
    ...rows.map((n) => `.wr-${n}{grid-row-start:${n}}`),
    ...rows.map((n) => `.ws-${n}{grid-row-end:span ${n}}`),
    ...lanes,
  ];
  return `@layer components{@media screen and (min-width:48rem){${rules.join('')}}}\n`;
}
