import { readLooseComponents, type LooseComponent } from './read-content-lines.js';

/** What a calendar part holds, as far as answers need it. */
export interface CalendarObject {
  /** METHOD of every object in it, in capitals, each one once. */
  readonly methods: readonly string[];
  readonly events: readonly LooseComponent[];
  readonly zones: readonly LooseComponent[];
}

/** Takes the text of a calendar part apart; undefined when there is no calendar in it. */
export function readCalendarObject(text: string): CalendarObject | undefined {
  const root = readLooseComponents(text);
  const calendars = root.components.filter(({ name }) => name === 'VCALENDAR');
  if (calendars.length === 0) return undefined;
  const inside = (name: string) =>
    calendars.flatMap(({ components }) => components.filter((component) => component.name === name));
  const methods = calendars
    .flatMap(({ lines }) => lines)
    .filter(({ name }) => name === 'METHOD')
    .map(({ value }) => methodName(value))
    .filter((method) => method !== '');
  return { methods: [...new Set(methods)], events: inside('VEVENT'), zones: inside('VTIMEZONE') };
}

/** A METHOD as it is compared: in capitals; empty when it is none. */
export const methodName = (text: string): string =>
  /^[A-Z0-9-]{1,40}$/.exec(text.trim().toUpperCase())?.[0] ?? '';
