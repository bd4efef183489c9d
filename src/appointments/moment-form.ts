import { z } from 'zod';
import { appointmentsTexts } from '../../templates/pages/appointments/appointments.texts.js';
import type { Language } from '../kernel/text/language.js';
import { isOfThisCentury } from '../kernel/time/instants.schema.js';
import { DAY, MINUTE, dayOfDate, zoneClock } from '../kernel/time/zone.js';
import { interviewModes } from '../studies/study-parts.js';
import { place } from './appointments.schema.js';

/** A proposal as the value of a radio button: `2027-01-12T08:30:00.000Z|<account>`. */
const proposal = z
  .templateLiteral([z.string(), '|', z.uuid()])
  .transform((text) => text.split('|') as [string, string])
  .refine(([start]) => isOfThisCentury(new Date(start)));

const fields = z.object({
  slot: z.union([z.literal('other'), proposal]).optional(),
  date: z.iso.date().optional(),
  time: z.iso.time({ precision: -1 }).optional(),
  interviewer: z.uuid().optional(),
  mode: z.enum(interviewModes),
  place: place.optional(),
  outsideRules: z.literal('yes').optional(),
});

/** A moment that was chosen among the proposals, or filled in: then in the wall time of the zone. */
export function momentForm({ language, zone }: { readonly language: Language; readonly zone: string }) {
  const t = appointmentsTexts[language];
  return fields.transform(({ slot, date, time, interviewer, outsideRules, ...rest }, context) => {
    const common = { ...rest, outsideRules: outsideRules === 'yes' };
    if (Array.isArray(slot)) return { ...common, start: new Date(slot[0]), interviewer: slot[1] };
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!date || !time) refuse(slot === 'other' ? 'date' : 'slot', t.chooseMoment);
    else if (!interviewer) refuse('interviewer', t.chooseInterviewer);
    else {
      const start = wallInstant(date, time, zone);
      if (isOfThisCentury(start)) return { ...common, interviewer, start };
      refuse('date', t.chooseMoment);
    }
    return z.NEVER;
  });
}

function wallInstant(date: string, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(zoneClock(zone).instantOf(dayOfDate(date) * DAY + (hours * 60 + minutes) * MINUTE));
}
