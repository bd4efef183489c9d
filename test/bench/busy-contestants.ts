import { busyWindow } from '../../src/calendar/itip/busy/busy-window.js';
import type { BusySpan } from '../../src/calendar/itip/busy/busy-spans.js';
import { readBusy } from '../../src/calendar/itip/busy/read-busy.js';
import { busyByIcalJs } from './busy-by-ical-js.js';

const window = busyWindow(Date.parse('2026-11-24T09:00Z'));

/** Both make busy times of the bytes of a calendar; `slices` hears how long requests would have waited. */
export const busyContestants = {
  ours(bytes: Buffer, slices: (ms: number) => void = () => undefined): readonly BusySpan[] {
    const reading = readBusy(bytes, {
      window,
      zone: 'Europe/Amsterdam',
      addresses: [],
      isOwnUid: () => false,
    });
    for (;;) {
      const begun = performance.now();
      const step = reading.next();
      slices(performance.now() - begun);
      if (step.done) return step.value.spans;
    }
  },
  theirs: (bytes: Buffer): readonly BusySpan[] => busyByIcalJs(bytes.toString('utf8'), window),
};
