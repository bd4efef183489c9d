import type { ReminderView } from '../../../src/appointments/reminders.read-model.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { formatShortDateTime } from '../../partials/format.js';
import { useTexts } from '../../partials/page-context.js';
import { useStudyTime } from './appointment-words.js';
import { remindersTexts } from './reminders.texts.js';

/** Which reminders went, and which will go if nothing changes. */
export function RemindersCard({ reminders }: { readonly reminders: readonly ReminderView[] }) {
  const texts = useTexts(remindersTexts);
  const style = useStudyTime();
  return (
    <Card title={texts.title}>
      <DataTable
        caption={texts.caption}
        hideCaption
        rows={reminders}
        rowKey={({ kind, hoursBefore }) => `${kind}-${hoursBefore}`}
        empty={<p class="muted">{texts.none}</p>}
        columns={[
          { header: texts.when, isRowHeader: true, cell: ({ at }) => formatShortDateTime(at, style) },
          {
            header: texts.what,
            cell: ({ kind, hoursBefore }) => `${texts.kinds[kind]}, ${texts.before(hoursBefore)}`,
          },
          { header: texts.state, cell: ({ state }) => texts.states[state] },
        ]}
      />
    </Card>
  );
}
