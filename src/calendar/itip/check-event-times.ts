import { propertiesOf, type Component, type ContentLine } from './component-tree.js';
import type { OutgoingFault } from './outgoing-fault.js';

const DATE_TIME = /^(\d{4})(\d{2})(\d{2})T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?)$/;
const TIMED = ['DTSTART', 'DTEND'] as const;

/** Whether a value is a moment in UTC that exists (RFC 5545 section 3.3.5, form 2). */
export function isUtcTime(value: string): boolean {
  return value.endsWith('Z') && isDateTime(value);
}

function isDateTime(value: string): boolean {
  const [, year, month, day] = (DATE_TIME.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that the month does not have rolls over into another month.
  return date.getUTCMonth() === month - 1;
}

/**
 * Checks that an event starts before it ends, in moments that everybody reads the same: UTC, or the wall
 * time of a zone that the object itself defines. A floating time or a whole day is neither.
 */
export function checkEventTimes(event: Component, definedZones: ReadonlySet<string>): OutgoingFault[] {
  const times = TIMED.flatMap((name) => propertiesOf(event, name));
  const faults = times.flatMap((time) => checkTime(time, definedZones));
  const [start, end] = TIMED.map((name) => propertiesOf(event, name)[0]);
  if (faults.length > 0 || start === undefined || end === undefined) return faults;
  if (start.parameters.get('TZID') !== end.parameters.get('TZID')) {
    return [{ code: 'time', sentence: 'DTSTART and DTEND are not in the same zone.' }];
  }
  // In one zone and one form, the digits sort as the moments do.
  return start.value < end.value
    ? []
    : [{ code: 'time-order', sentence: 'DTEND does not come after DTSTART.' }];
}

function checkTime(time: ContentLine, definedZones: ReadonlySet<string>): OutgoingFault[] {
  const zone = time.parameters.get('TZID');
  const isWellFormed = isDateTime(time.value) && time.value.endsWith('Z') === (zone === undefined);
  if (!isWellFormed || time.parameters.size > (zone === undefined ? 0 : 1)) {
    return [{ code: 'time', sentence: `${time.name} is not a UTC time or a time in a named zone.` }];
  }
  if (zone === undefined || definedZones.has(zone)) return [];
  return [{ code: 'zone', sentence: `The zone of ${time.name} has no VTIMEZONE in the object.` }];
}

/** The zones an object defines completely, each named once. */
export function definedZones(calendar: Component): ReadonlySet<string> {
  const named = calendar.components
    .filter(
      ({ name, components }) =>
        name === 'VTIMEZONE' && components.length > 0 && components.every(isObservance),
    )
    .flatMap((zone) => propertiesOf(zone, 'TZID').map((line) => line.value));
  return new Set(named.filter((name) => named.indexOf(name) === named.lastIndexOf(name)));
}

function isObservance(part: Component): boolean {
  const hasName = part.name === 'STANDARD' || part.name === 'DAYLIGHT';
  const needed = ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'];
  return hasName && needed.every((name) => propertiesOf(part, name).length === 1);
}
