import { Scroll } from './data-table.js';
import { defineTexts } from './define-texts.js';
import { useHref, useTexts } from './page-context.js';

const texts = defineTexts({
  nl: {
    full: '✓ vol',
    short: (n: number) => `nog ${n}`,
    none: '! geen',
    over: (n: number) => `✓ ${n} meer`,
    total: 'Totaal',
    notPlanned: 'niet gepland',
  },
  en: {
    full: '✓ full',
    short: (n: number) => `${n} to go`,
    none: '! none',
    over: (n: number) => `✓ ${n} over`,
    total: 'Total',
    notPlanned: 'not planned',
  },
});

export interface QuotaAxis {
  readonly code: string;
  readonly label: string;
}

export interface QuotaCell {
  readonly row: string;
  readonly column: string;
  readonly realised: number;
  readonly target: number;
}

export interface QuotaMatrixProps {
  readonly caption: string;
  /** Above the row names. */
  readonly corner: string;
  readonly rows: readonly QuotaAxis[];
  readonly columns: readonly QuotaAxis[];
  /** What is missing here was not planned. */
  readonly cells: readonly QuotaCell[];
  /** The filtered list behind a cell. */
  readonly hrefOf?: (cell: QuotaCell) => string;
}

/** Realised and target for every combination, with a sign, a word and a colour, and the sums. */
export function QuotaMatrix({ caption, corner, rows, columns, cells, hrefOf }: QuotaMatrixProps) {
  const words = useTexts(texts);
  return (
    <Scroll label={caption}>
      <table class="quota">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ code, label }) => (
              <th scope="col" key={code}>
                {label}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => (
                <td key={column.code}>
                  <Cell
                    cell={cells.find((c) => c.row === row.code && c.column === column.code)}
                    hrefOf={hrefOf}
                  />
                </td>
              ))}
              <Sum cells={cells.filter((cell) => cell.row === row.code)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {columns.map((column) => (
              <Sum key={column.code} cells={cells.filter((cell) => cell.column === column.code)} />
            ))}
            <Sum cells={cells} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

function Cell({ cell, hrefOf }: { cell?: QuotaCell } & Pick<QuotaMatrixProps, 'hrefOf'>) {
  const words = useTexts(texts);
  const href = useHref();
  if (!cell || cell.target + cell.realised === 0)
    return (
      <span class="q unplanned">
        <span aria-hidden="true">–</span>
        <span class="vh">{words.notPlanned}</span>
      </span>
    );
  const { tone, word } = stateOf(cell, words);
  const content = (
    <>
      <span>
        {cell.realised}/{cell.target}
      </span>
      <small>{word}</small>
    </>
  );
  return hrefOf ? (
    <a class={`q ${tone}`} href={href(hrefOf(cell))}>
      {content}
    </a>
  ) : (
    <span class={`q ${tone}`}>{content}</span>
  );
}

function stateOf({ realised, target }: QuotaCell, words: (typeof texts)['nl']) {
  const missing = target - realised;
  if (missing < 0) return { tone: 'done', word: words.over(-missing) };
  if (missing === 0) return { tone: 'done', word: words.full };
  if (realised === 0) return { tone: 'none', word: words.none };
  return { tone: missing > 1 ? 'risk' : 'near', word: words.short(missing) };
}

function Sum({ cells }: { readonly cells: readonly QuotaCell[] }) {
  const sum = (pick: (cell: QuotaCell) => number) => cells.reduce((total, cell) => total + pick(cell), 0);
  return (
    <td class="sum">
      {sum((cell) => cell.realised)}/{sum((cell) => cell.target)}
    </td>
  );
}
