import { busyFaultTexts } from '../../templates/pages/busy-calendars/busy-faults.texts.js';
import type { BusyCalendarView } from '../calendar/busy/busy-calendars.read-model.js';
import type { BusyOwner } from '../calendar/busy/busy-owner.js';
import type { MemberInStudy } from './member-access.service.js';

/** For the API: what went wrong in English, as everything there. */
export function presentBusyCalendar(view: BusyCalendarView) {
  const { error, minutesOld: _, ...calendar } = view;
  return { ...calendar, error: error && { code: error, message: busyFaultTexts.en[error] } };
}

/** Whole days and floating times are read in the zone of the study where the calendar is connected. */
export const busyOwner = ({ scope, member }: MemberInStudy): BusyOwner => ({
  accountId: member.accountId,
  studyId: scope.studyId,
  actorId: scope.actorId,
  zone: scope.timezone,
});
