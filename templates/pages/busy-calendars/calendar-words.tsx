import type { BusyCalendarView } from '../../../src/calendar/busy/busy-calendars.read-model.js';
import type { Language } from '../../../src/kernel/text/language.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';

/** What its owner calls it, else where it comes from. */
export function useCalendarName(): (calendar: BusyCalendarView) => string {
  const texts = useTexts(busyCalendarsTexts);
  return ({ label, host, kind }) => label || (host ?? texts[kind]);
}

/** `12 minuten geleden`, `3 dagen geleden`. */
export function Age({ minutes }: { readonly minutes: number }) {
  return <>{sayAge(minutes, usePageContext().language)}</>;
}

function sayAge(minutes: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 1) return format.format(0, 'second');
  if (minutes < 120) return format.format(-minutes, 'minute');
  return minutes < 48 * 60
    ? format.format(-Math.floor(minutes / 60), 'hour')
    : format.format(-Math.floor(minutes / (24 * 60)), 'day');
}
