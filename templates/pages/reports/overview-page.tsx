import type { Overview } from '../../../src/reports/overview.read-model.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { formatDateRange } from '../../partials/format.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PipelineBars } from '../../partials/pipeline-bars.js';
import { QuotaMatrix } from '../../partials/quota-matrix.js';
import { statusTexts } from '../respondents/status.texts.js';
import { AttentionList } from './attention-list.js';
import { OverviewCalendar } from './overview-calendar.js';
import { OverviewTiles } from './overview-tiles.js';
import { overviewTexts } from './overview.texts.js';

export interface OverviewProps extends Overview {
  readonly code: string;
  /** IANA name. */
  readonly zone: string;
  /** `2027-W02` for a Monday. */
  readonly weekName: (monday: string) => string;
  /** What the reader may do; without `see` there are numbers only. */
  readonly may: { readonly see: boolean; readonly plan: boolean; readonly define: boolean };
}

export const overviewPage = (props: OverviewProps) => <OverviewView {...props} />;

function OverviewView(props: OverviewProps) {
  return (
    <>
      <Head {...props} />
      <OverviewTiles {...props} />
      <Columns>
        <Stack>
          <Quotas {...props} />
          <AttentionList {...props} />
        </Stack>
        <Recruitment {...props} />
      </Columns>
      <OverviewCalendar {...props} />
    </>
  );
}

function Head({ code, fieldwork, may }: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const { language } = usePageContext();
  const { from, to, week, weeks } = fieldwork;
  const period = texts.period(formatDateRange(from, to, language));
  return (
    <PageHead
      title={texts.title}
      intro={week === undefined ? period : `${period} · ${texts.weekOf(week, weeks)}`}
      actions={
        <>
          {may.define ? (
            <LinkButton href={`/studies/${code}/definition`} variant="second">
              {texts.definition}
            </LinkButton>
          ) : null}
          <LinkButton href={`/studies/${code}/sites`} variant="second">
            {texts.sites}
          </LinkButton>
          {may.plan ? <LinkButton href={`/studies/${code}/respondents`}>{texts.plan}</LinkButton> : null}
        </>
      }
    />
  );
}

function Quotas({ code, progress, may }: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const { language } = usePageContext();
  const { roles, sites } = progress.design;
  const cells = progress.quotas.map(({ role, site, done, target }) => ({
    row: role,
    column: site,
    realised: done,
    target,
  }));
  return (
    <Card title={texts.quota}>
      <p class="muted">{texts.quotaHint}</p>
      <QuotaMatrix
        caption={texts.quota}
        corner={texts.role}
        rows={roles.map((role) => ({
          code: role.code,
          label: language === 'en' ? (role.nameEn ?? role.name) : role.name,
        }))}
        columns={sites.map((site) => ({ code: site.code, label: site.municipality }))}
        cells={cells}
        hrefOf={
          may.see ? ({ row, column }) => `/studies/${code}/respondents?site=${column}&role=${row}` : undefined
        }
      />
    </Card>
  );
}

const stages = ['identified', 'approached', 'in-contact', 'agreed', 'scheduled', 'interviewed'] as const;
/** Shown once somebody ended there. */
const ends = ['declined', 'not-reached', 'not-eligible', 'withdrew', 'reserve'] as const;

function Recruitment({ code, progress, may }: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const labels = useTexts(statusTexts);
  const { pipeline } = progress;
  const shown = [...stages, ...ends.filter((status) => pipeline[status])];
  return (
    <Card title={texts.recruitment}>
      <PipelineBars
        stages={shown.map((status) => ({
          label: labels[status],
          count: pipeline[status] ?? 0,
          ...(may.see && { href: `/studies/${code}/respondents?status=${status}` }),
        }))}
      />
    </Card>
  );
}
