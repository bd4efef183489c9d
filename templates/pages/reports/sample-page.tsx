import type { DescribedDiscrepancy, DescribedSample } from '../../../src/reports/domain/sample-sentences.js';
import { Badge } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { Tile, Tiles } from '../../partials/tile.js';
import { sampleTexts } from './sample.texts.js';
import { RoleTable, SiteTable } from './sample-tables.js';

export interface SampleAxis {
  readonly code: string;
  readonly label: string;
}

export interface SampleProps {
  readonly sample: DescribedSample;
  readonly roles: readonly SampleAxis[];
  readonly sites: readonly SampleAxis[];
  readonly quotas: readonly { readonly role: string; readonly site: string; readonly target: number }[];
}

export const samplePage = (props: SampleProps) => <SampleView {...props} />;

function SampleView(props: SampleProps) {
  const texts = useTexts(sampleTexts);
  const { planned, realised, stated, discrepancies } = props.sample;
  return (
    <>
      <PageHead title={texts.heading} intro={texts.intro} />
      <Tiles>
        <Tile label={texts.planned} value={planned.total} note={texts.interviews} />
        {stated.map(({ source, n, difference, unit }) => (
          <Tile
            key={source}
            label={source}
            value={n}
            note={`${texts.units[unit]} · ${difference === 0 ? texts.equal : signed(difference)}`}
          />
        ))}
        <Tile
          label={texts.realised}
          value={realised.total}
          of={planned.total}
          note={realised.persons === undefined ? texts.interviews : texts.persons(realised.persons)}
        />
      </Tiles>
      <Differences discrepancies={discrepancies} />
      <Stated stated={stated} />
      <Card title={texts.roleTitle}>
        <RoleTable {...props} />
      </Card>
      <Card title={texts.siteTitle}>
        <SiteTable {...props} />
      </Card>
    </>
  );
}

function Differences({ discrepancies }: { readonly discrepancies: readonly DescribedDiscrepancy[] }) {
  const texts = useTexts(sampleTexts);
  const count = discrepancies.length;
  return (
    <Card
      title={texts.differencesTitle}
      aside={
        <Badge tone={count ? 'warn' : 'ok'}>{count ? texts.verdictDiffer(count) : texts.verdictAgree}</Badge>
      }
    >
      {count === 0 ? <p>{texts.noDifferences}</p> : null}
      <div class="stack">
        {discrepancies.map((discrepancy) => (
          <Difference key={discrepancy.message} {...discrepancy} />
        ))}
      </div>
    </Card>
  );
}

function Difference({ message, candidates }: DescribedDiscrepancy) {
  const texts = useTexts(sampleTexts);
  return (
    <section class="note warn">
      <h3>{message}</h3>
      {candidates.length > 0 ? (
        <>
          <p class="muted">{texts.candidates}</p>
          <ul>
            {candidates.map((candidate) => (
              <li key={candidate}>{candidate}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Stated({ stated }: Pick<DescribedSample, 'stated'>) {
  const texts = useTexts(sampleTexts);
  return (
    <Card title={texts.statedTitle}>
      <DataTable
        caption={texts.statedCaption}
        hideCaption
        rows={stated}
        rowKey={({ source, unit, n }) => `${source} ${unit} ${n}`}
        empty={<p class="muted">{texts.noStated}</p>}
        columns={[
          { header: texts.source, cell: ({ source }) => source, isRowHeader: true },
          { header: texts.unit, cell: ({ unit }) => texts.units[unit] },
          { header: texts.n, cell: ({ n }) => n, align: 'end' },
          {
            header: texts.difference,
            align: 'end',
            cell: ({ difference }) => (
              <Badge tone={difference === 0 ? 'ok' : 'warn'}>
                {difference === 0 ? texts.equal : signed(difference)}
              </Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** `+1`, and a real minus sign. */
const signed = (n: number): string => (n > 0 ? `+${n}` : `−${Math.abs(n)}`);
