import { EventBlock, type CalendarEvent } from './calendar-event.js';
import { formatDay, isoDay } from './format.js';
import { usePageContext } from './page-context.js';

export interface AgendaListProps {
  readonly events: readonly CalendarEvent[];
  /** IANA name. */
  readonly zone: string;
  /** Level of the headings of the days. */
  readonly level?: 2 | 3;
}

/** What is coming, under a heading per day. */
export function AgendaList({ events, zone, level = 3 }: AgendaListProps) {
  const { language } = usePageContext();
  const sorted = events.toSorted((a, b) => a.start.getTime() - b.start.getTime());
  const days = Map.groupBy(sorted, ({ start }) => isoDay(start, zone));
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="agenda">
      {[...days].map(([date, ofDay]) => (
        <section key={date}>
          <Heading>{formatDay(ofDay[0]!.start, { language, zone })}</Heading>
          <ul role="list">
            {ofDay.map((event) => (
              <li key={event.id}>
                <EventBlock event={event} style={{ language, zone }} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
