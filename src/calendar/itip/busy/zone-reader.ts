import { listOf, momentOf, type Moment } from './calendar-moment.js';
import type { Line } from './content-line.js';
import { parseOffset, type Observance } from './custom-clock.js';
import { parseRule, type RecurrenceRule } from './recurrence-rule.js';

const MOST_OBSERVANCES = 500;

/** Gathers a VTIMEZONE with its STANDARD and DAYLIGHT parts; a part that cannot be read is left out. */
export class ZoneReader {
  tzid = '';
  readonly observances: Observance[] = [];
  #part: PartReader | undefined;

  read(line: Line): void {
    if (this.#part) this.#part.read(line);
    else if (line.name === 'TZID') this.tzid ||= Buffer.from(line.value).toString();
  }

  beginPart(): void {
    this.#part = new PartReader();
  }

  endPart(): void {
    const observance = this.#part?.finish();
    if (observance && this.observances.length < MOST_OBSERVANCES) this.observances.push(observance);
    this.#part = undefined;
  }
}

class PartReader {
  #start: Moment | undefined;
  #offsetFrom: number | undefined;
  #offsetTo: number | undefined;
  readonly #rules: RecurrenceRule[] = [];
  readonly #dates: Moment[] = [];

  read(line: Line): void {
    if (line.name === 'DTSTART') this.#start ??= momentOf(line);
    else if (line.name === 'TZOFFSETFROM') this.#offsetFrom = parseOffset(line.value);
    else if (line.name === 'TZOFFSETTO') this.#offsetTo = parseOffset(line.value);
    else if (line.name === 'RRULE') this.#rules.push(...[parseRule(line.value)].filter((rule) => !!rule));
    else if (line.name === 'RDATE')
      this.#dates.push(...listOf(line).flatMap((one) => (one && 'kind' in one ? [one] : [])));
  }

  finish(): Observance | undefined {
    const [start, offsetFrom, offsetTo] = [this.#start, this.#offsetFrom, this.#offsetTo];
    if (!start || offsetFrom === undefined || offsetTo === undefined) return undefined;
    return { start: start.wall, offsetFrom, offsetTo, rules: this.#rules, dates: this.#dates };
  }
}
