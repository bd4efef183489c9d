import type { AttentionItem, AttentionKind } from '../../../src/reports/domain/attention.js';
import { Badge, type Tone } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { relativeDays } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import type { OverviewProps } from './overview-page.js';
import { overviewTexts } from './overview.texts.js';

const shown = 10;

/** What waits for a person, each a link to where it can be done. */
export function AttentionList(props: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const { attention } = props;
  const rest = attention.length - shown;
  return (
    <Card title={texts.attention}>
      {attention.length === 0 ? <p class="muted">{texts.nothing}</p> : null}
      <ul class="todo" role="list">
        {attention.slice(0, shown).map((item) => (
          <li key={`${item.kind} ${item.subjectId ?? item.name}`}>
            <ItemText {...props} item={item} />
            <Mark {...props} item={item} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p class="muted">{texts.more(rest)}</p> : null}
    </Card>
  );
}

type ItemProps = OverviewProps & { readonly item: AttentionItem };

function ItemText({ item, code, may }: ItemProps) {
  const texts = useTexts(overviewTexts);
  const href = useHref();
  const text = texts.kinds[item.kind](item.name);
  return may.see ? <a href={href(`/studies/${code}${placeOf(item)}`)}>{text}</a> : <span>{text}</span>;
}

function placeOf({ kind, subjectId }: AttentionItem): string {
  switch (kind) {
    case 'mail-failed':
      return '/outbox';
    case 'declined':
    case 'outcome-missing':
      return `/appointments/${subjectId}`;
    case 'other-time':
    case 'message':
      return `/inbox#message-${subjectId}`;
    case 'proposal':
    case 'offer-expired':
    case 'offer-expiring':
      return `/respondents/${subjectId}`;
    case 'site-refused':
      return '/sites';
    case 'meeting-date':
      return `/board/meetings/${subjectId}`;
    case 'nobody-identified':
      return `/respondents?site=${subjectId}`;
  }
}

const tones: Readonly<Record<AttentionKind, Tone>> = {
  'mail-failed': 'bad',
  'outcome-missing': 'warn',
  declined: 'bad',
  'other-time': 'warn',
  message: 'warn',
  proposal: 'warn',
  'offer-expired': 'warn',
  'offer-expiring': 'neutral',
  'site-refused': 'bad',
  'meeting-date': 'warn',
  'nobody-identified': 'neutral',
};

/** How long ago or when, for what has a moment; else what it is about. */
function Mark({ item, now, zone }: ItemProps) {
  const texts = useTexts(overviewTexts);
  const { language } = usePageContext();
  const { kind, at } = item;
  const marks: Partial<Readonly<Record<AttentionKind, string>>> = texts.marks;
  const mark = marks[kind] ?? (at ? relativeDays(at, now, { language, zone }) : undefined);
  return mark === undefined ? null : <Badge tone={tones[kind]}>{mark}</Badge>;
}
