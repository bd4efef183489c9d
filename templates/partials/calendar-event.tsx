import { formatTime, type TimeStyle } from './format.js';
import { useHref, useTexts } from './page-context.js';
import { calendarTexts } from './week-calendar.texts.js';

export interface CalendarEvent {
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
  /** No names of respondents: pseudonym and site. */
  readonly title: string;
  readonly place?: string;
  /** Absent for what is only in the way: travel, other appointments. */
  readonly href?: string;
  readonly kind: 'interview' | 'observation' | 'meeting' | 'busy';
  /** `declined`: it stands, but somebody who was invited cannot come. */
  readonly status: 'confirmed' | 'tentative' | 'declined' | 'cancelled';
}

/** Time, title and place of an entry; what is not certain says so. */
export function EventBlock({ event, style }: { readonly event: CalendarEvent; readonly style: TimeStyle }) {
  const href = useHref();
  const content = <EventText event={event} style={style} />;
  const className = `event ${event.kind} ${event.status}`;
  return event.href ? (
    <a class={className} href={href(event.href)}>
      {content}
    </a>
  ) : (
    <div class={className}>{content}</div>
  );
}

function EventText({ event, style }: { readonly event: CalendarEvent; readonly style: TimeStyle }) {
  const texts = useTexts(calendarTexts);
  return (
    <>
      <span class="event-time">
        {formatTime(event.start, style)}–{formatTime(event.end, style)}{' '}
      </span>
      <span>
        {event.status === 'confirmed' ? null : <i>{texts[event.status]}</i>}
        <b>{event.title}</b>
        {event.place ? <span class="event-place"> {event.place}</span> : null}
      </span>
    </>
  );
}
