import type { HistoryEntry } from '../../../src/respondents/respondent-history.read-model.js';
import { Card } from '../../partials/card.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { historyTexts } from './history.texts.js';
import { sayHistory } from './say-history.js';

/** What happened to a respondent, newest first. */
export function HistoryList({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const texts = useTexts(historyTexts);
  return (
    <Card title={texts.title}>
      {entries.length === 0 ? <p class="muted">{texts.none}</p> : null}
      <ol class="history" role="list">
        {entries.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} />
        ))}
      </ol>
    </Card>
  );
}

/** Without an actor: what the respondent did by their link. The rest the product did by itself. */
const byRespondentKind =
  /^(offer\.(accepted|declined|proposed)|consent\.|appointment\.(?!reminded)|respondent\.mail-)/;

function HistoryItem({ entry }: { readonly entry: HistoryEntry }) {
  const texts = useTexts(historyTexts);
  const { language, study } = usePageContext();
  const style = { language, zone: study?.timezone ?? 'UTC' };
  const byRespondent = byRespondentKind.test(entry.kind);
  return (
    <li>
      <p>
        <time dateTime={entry.at.toISOString()}>{formatShortDateTime(entry.at, style)}</time> ·{' '}
        {entry.actor ?? (byRespondent ? texts.respondent : texts.system)}
      </p>
      <p>{sayHistory(entry, style)}</p>
    </li>
  );
}
