import { checkBytes } from './check-bytes.js';
import { checkEventTimes, definedZones } from './check-event-times.js';
import { checkEvent } from './check-event.js';
import { propertiesOf, readComponents, type Component } from './component-tree.js';
import type { OutgoingFault, OutgoingMethod, StructureFaultCode } from './outgoing-fault.js';

/** A calendar object that must not leave. Its message names properties, never what they say. */
export class UnsendableCalendarObject extends Error {
  override readonly name = 'UnsendableCalendarObject';

  constructor(readonly faults: readonly OutgoingFault[]) {
    super(`A calendar object must not be sent: ${faults.map((fault) => fault.sentence).join(' ')}`);
  }
}

/** The gate that every calendar object passes before it leaves; throws {@link UnsendableCalendarObject}. */
export function assertSendable(bytes: Uint8Array, method: OutgoingMethod): void {
  const faults = checkOutgoing(bytes, method);
  if (faults.length > 0) throw new UnsendableCalendarObject(faults);
}

/**
 * Checks the finished bytes of a calendar object for one person against RFC 5545, RFC 5546 section 3.2 and
 * what the large clients need besides. It reads them by itself and shares nothing with the writer, so that a
 * fault in the writer or in its library is found here.
 */
export function checkOutgoing(bytes: Uint8Array, method: OutgoingMethod): OutgoingFault[] {
  const { faults, lines } = checkBytes(bytes);
  if (lines.length === 0) return [...faults];
  const { roots, malformed, unbalanced } = readComponents(lines);
  const [calendar] = roots;
  return [
    ...faults,
    ...malformed.map((line) => fault('malformed-line', `Line ${line} is not a content line.`)),
    ...unbalanced.map((line) =>
      fault('unbalanced', `Line ${line} does not fit the BEGIN and END around it.`),
    ),
    ...(calendar !== undefined && roots.length === 1 && calendar.name === 'VCALENDAR'
      ? checkCalendar(calendar, method)
      : [fault('not-one-calendar', 'There is not exactly one VCALENDAR.')]),
  ];
}

function checkCalendar(calendar: Component, method: OutgoingMethod): OutgoingFault[] {
  return [
    ...checkHeader(calendar, method),
    ...checkParts(calendar),
    ...calendar.components
      .filter((part) => part.name === 'VEVENT')
      .flatMap((event) => [...checkEvent(event, method), ...checkEventTimes(event, definedZones(calendar))]),
  ];
}

function checkHeader(calendar: Component, method: OutgoingMethod): OutgoingFault[] {
  const only = (name: string) => {
    const found = propertiesOf(calendar, name);
    return found.length === 1 ? (found[0]?.value ?? '') : '';
  };
  return [
    ...(only('VERSION') === '2.0' ? [] : [fault('version', 'VERSION is not 2.0, exactly once.')]),
    ...(only('PRODID') !== '' ? [] : [fault('product', 'PRODID does not stand there exactly once.')]),
    ...(only('METHOD') === method ? [] : [fault('method', `METHOD is not ${method}, exactly once.`)]),
  ];
}

/** One event, nothing inside it, and besides it only zones. */
function checkParts({ components }: Component): OutgoingFault[] {
  const events = components.filter((part) => part.name === 'VEVENT');
  const others = components.filter((part) => part.name !== 'VEVENT' && part.name !== 'VTIMEZONE');
  if (events.length === 1 && others.length === 0 && events[0]?.components.length === 0) return [];
  return [
    fault(
      'components',
      'There is not exactly one VEVENT, with nothing inside it and only VTIMEZONE beside it.',
    ),
  ];
}

function fault(code: StructureFaultCode, sentence: string): OutgoingFault {
  return { code, sentence };
}
