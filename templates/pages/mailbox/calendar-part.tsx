import type { CalendarMoment, CalendarSummary } from '../../../src/mail/summarise-calendar.js';
import { Facts } from '../../partials/facts.js';
import { formatDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { mailboxTexts } from './mailbox.texts.js';

/** An invitation in words, as a calendar program would put it. */
export function CalendarPartView({ summary }: { readonly summary: CalendarSummary }) {
  const texts = useTexts(mailboxTexts);
  const methods: Readonly<Record<string, string>> = texts.methods;
  const { start, end } = summary;
  return (
    <Facts
      facts={[
        { label: texts.method, value: methods[summary.method] ?? summary.method },
        { label: texts.summary, value: summary.summary },
        { label: texts.start, value: start && <Moment moment={start} /> },
        { label: texts.end, value: end && <Moment moment={end} /> },
        { label: texts.location, value: summary.location },
        { label: texts.organizer, value: summary.organizer },
        { label: texts.attendees, value: summary.attendees.join(', ') },
        { label: texts.sequence, value: summary.sequence },
      ]}
    />
  );
}

/** The wall time as it stands in the object, with the zone that it names. */
function Moment({ moment: { wall, zone } }: { readonly moment: CalendarMoment }) {
  const { language } = usePageContext();
  return (
    <>
      {formatDateTime(wall, { language, zone: 'UTC' })}
      {zone ? ` (${zone})` : null}
    </>
  );
}
