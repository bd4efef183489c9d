import { z } from 'zod';
import type { Language } from '../kernel/text/language.js';
import { zoneClock } from '../kernel/time/zone.js';
import { purposes } from './domain/meeting-content.js';

// What breaks mail headers and calendar lines, or makes a word read as another one.
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u2028-\u202e\u2066-\u2069]+$/u);

const textLines = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(2000));

const version = z.coerce.number().int().min(1);

const words = {
  nl: {
    both: 'Vul zowel de datum als de tijd in.',
    url: 'Dit is geen webadres. Een voorbeeld: https://video.example.org/kamer',
  },
  en: {
    both: 'Fill in both the date and the time.',
    url: 'This is not a web address. An example: https://video.example.org/room',
  },
} as const;

export interface FormSetting {
  readonly language: Language;
  /** IANA zone of the wall times that are typed. */
  readonly zone: string;
}

/** The form of a meeting's details. An empty date leaves the meeting as it is; an emptied place or link clears it. */
export const meetingForm = ({ language, zone }: FormSetting) =>
  z
    .object({
      title: line(200),
      date: z.iso.date().optional(),
      time: z.iso.time().optional(),
      durationMinutes: z.coerce.number().int().min(5).max(720),
      place: line(500).optional(),
      videoUrl: z
        .url({ protocol: /^https?$/, error: words[language].url })
        .max(1000)
        .optional(),
      version: version.optional(),
    })
    .superRefine(({ date, time }, context) => {
      const path = date === undefined ? 'date' : 'time';
      if ((date === undefined) !== (time === undefined))
        context.addIssue({ code: 'custom', path: [path], message: words[language].both, input: undefined });
    })
    .transform(({ date, time, place = null, videoUrl = null, version, ...details }) => ({
      ...details,
      place,
      videoUrl,
      ...(version !== undefined && { version }),
      ...(date && time && { start: atWallTime(`${date}T${time}`, zone) }),
    }));

const atWallTime = (wall: string, zone: string) =>
  new Date(zoneClock(zone).instantOf(Date.parse(`${wall}Z`)));

export const agendaItemForm = z
  .object({
    title: line(200),
    presenter: line(200).optional(),
    minutes: z.coerce.number().int().min(1).max(720),
    purpose: z.enum(purposes),
    note: textLines.optional(),
    version,
  })
  .transform(({ version, presenter = null, note = null, ...item }) => ({
    version,
    item: { ...item, presenter, note },
  }));

export const versionForm = z.object({ version });
export const moveForm = z.object({ version, direction: z.enum(['up', 'down']) });
export const sendForm = z.object({ version, resend: z.literal('yes').optional() });
