import { busyFaultTexts } from '../../../templates/pages/busy-calendars/busy-faults.texts.js';
import { Conflict, InvalidInput, NotFound } from '../../kernel/http/domain-error.js';
import type { BusyFault } from './busy-fault.js';

/** What was given is no calendar, or none that may be fetched; `path` is the field it was given in. */
export class CalendarRefused extends InvalidInput {
  constructor(
    readonly fault: BusyFault,
    path: 'url' | 'file',
  ) {
    const texts = { nl: busyFaultTexts.nl[fault], en: busyFaultTexts.en[fault] };
    super(`calendar-${fault}`, texts.en, { texts, faults: [{ path, message: texts.en }] });
  }
}

export class BusyCalendarNotFound extends NotFound {
  constructor() {
    super('busy-calendar-not-found', 'This member has no such calendar.', {
      texts: {
        nl: 'Deze agenda is niet (meer) gekoppeld.',
        en: 'This calendar is not connected (any more).',
      },
    });
  }
}

export class BusyCalendarIsFile extends Conflict {
  constructor() {
    super('busy-calendar-is-file', 'A file that was uploaded cannot be fetched: upload it again.', {
      texts: {
        nl: 'Een bestand kan niet worden opgehaald. Upload het opnieuw.',
        en: 'A file cannot be fetched. Upload it again.',
      },
    });
  }
}

export class TooManyBusyCalendars extends Conflict {
  constructor(most: number) {
    super('too-many-busy-calendars', `At most ${most} calendars can be connected for one person.`, {
      texts: {
        nl: `Er kunnen hoogstens ${most} agenda’s per persoon worden gekoppeld. Koppel er eerst een los.`,
        en: `At most ${most} calendars can be connected for one person. Disconnect one first.`,
      },
    });
  }
}
