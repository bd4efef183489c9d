import { EventBlock, type CalendarEvent } from './calendar-event.js';
import { formatDateRange, formatDay, formatShortDay, isoDay } from './format.js';
import { useHref, usePageContext, useTexts } from './page-context.js';
import { calendarTexts } from './week-calendar.texts.js';
import { layOutWeek, type Placed } from './week-grid.js';
import { placeClasses } from './week-rules.js';

export interface WeekCalendarProps {
  /** Monday of the week, `YYYY-MM-DD`. */
  readonly monday: string;
  /** IANA name. */
  readonly zone: string;
  readonly now: Date;
  readonly events: readonly CalendarEvent[];
  readonly hrefOfWeek: (monday: string) => string;
}

/**
 * A week as a grid, and as a list by day where the screen is narrow or on paper: the same elements, so that nobody
 * hears the week twice. Saturday and Sunday show when there is something on them.
 */
export function WeekCalendar({ monday, zone, now, events, hrefOfWeek }: WeekCalendarProps) {
  const week = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  const hasWeekend = layOutWeek(events, { days: week.slice(5), zone }).days.some(
    (day) => day.placed.length > 0,
  );
  const grid = layOutWeek(events, { days: hasWeekend ? week : week.slice(0, 5), zone });
  const today = isoDay(now, zone);
  return (
    <div class="calendar">
      <WeekHead monday={monday} today={today} zone={zone} hrefOfWeek={hrefOfWeek} />
      <div class={`week days-${grid.days.length} hours-${grid.lastHour - grid.firstHour}`}>
        <HourAxis first={grid.firstHour} last={grid.lastHour} />
        {grid.days.map(({ date, placed }) => (
          <Day key={date} date={date} zone={zone} placed={placed} isToday={date === today} />
        ))}
      </div>
    </div>
  );
}

function WeekHead({
  monday,
  today,
  zone,
  hrefOfWeek,
}: Omit<WeekCalendarProps, 'events' | 'now'> & { today: string }) {
  const texts = useTexts(calendarTexts);
  const href = useHref();
  const { language } = usePageContext();
  const link = (date: string) => href(hrefOfWeek(date));
  return (
    <div class="calendar-head">
      <div class="calendar-nav">
        <a class="btn second small" href={link(addDays(monday, -7))} rel="prev" aria-label={texts.previous}>
          <span aria-hidden="true">‹</span>
        </a>
        <a class="btn second small" href={link(mondayOf(today))}>
          {texts.today}
        </a>
        <a class="btn second small" href={link(addDays(monday, 7))} rel="next" aria-label={texts.next}>
          <span aria-hidden="true">›</span>
        </a>
      </div>
      <p class="calendar-range">
        <b>{formatDateRange(monday, addDays(monday, 6), language)}</b>
        <span class="muted">
          {texts.week(isoWeek(monday))} · {texts.zone(zone)}
        </span>
      </p>
    </div>
  );
}

function HourAxis({ first, last }: { readonly first: number; readonly last: number }) {
  const hours = Array.from({ length: last - first }, (_, i) => first + i);
  return (
    <ol class="hours" role="presentation" aria-hidden="true">
      {hours.map((hour) => (
        <li key={hour}>{String(hour).padStart(2, '0')}</li>
      ))}
    </ol>
  );
}

interface DayProps {
  readonly date: string;
  readonly zone: string;
  readonly placed: readonly Placed<CalendarEvent>[];
  readonly isToday: boolean;
}

function Day({ date, zone, placed, isToday }: DayProps) {
  const texts = useTexts(calendarTexts);
  const { language } = usePageContext();
  const noon = new Date(`${date}T12:00:00Z`);
  const utc = { language, zone: 'UTC' };
  return (
    <section class={isToday ? 'day today' : 'day'} aria-current={isToday ? 'date' : undefined}>
      <h3>
        <span class="day-short">{formatShortDay(noon, utc)}</span>
        <span class="day-long">{formatDay(noon, utc)}</span>
        {isToday ? <span class="vh"> ({texts.isToday})</span> : null}
      </h3>
      {placed.length === 0 ? <p class="day-empty">{texts.nothing}</p> : null}
      <ul class="day-events" role="list">
        {placed.map((place) => (
          <li
            key={place.entry.id}
            class={place.span <= 2 ? `${placeClasses(place)} brief` : placeClasses(place)}
          >
            <EventBlock event={place.entry} style={{ language, zone }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `YYYY-MM-DD`, some days later. */
const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const mondayOf = (date: string) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(monday: string): number {
  const thursday = addDays(monday, 3);
  const firstDay = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - firstDay) / (7 * 86_400_000)) + 1;
}
