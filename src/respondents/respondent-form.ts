import { z } from 'zod';
import { windowsTexts } from '../../templates/pages/respondents/windows.texts.js';
import { languages, type Language } from '../kernel/text/language.js';
import { weekdays } from '../kernel/time/weekday.js';
import { timeRange } from '../studies/domain/study-file/fields.schema.js';
import { windowChoices, windowsOf, type WeeklyWindows } from './domain/choose-windows.js';
import { importTexts } from './domain/import-texts.js';
import { contactFields } from './respondents.schema.js';

const day = (language: Language) =>
  z
    .string()
    .max(200)
    .transform((given, context) => {
      const ranges = given.split(/[,;]/).map((range) => range.replaceAll(/\s/g, '').replace('–', '-'));
      const parts = z.array(timeRange).max(6).safeParse(ranges);
      if (parts.success) return parts.data;
      context.addIssue({ code: 'custom', message: windowsTexts[language].wrong });
      return z.NEVER;
    })
    .optional();

const windowFields = (language: Language) => ({
  when: z.enum(windowChoices),
  ...(Object.fromEntries(weekdays.map((name) => [name, day(language)])) as Record<
    (typeof weekdays)[number],
    ReturnType<typeof day>
  >),
});

/** The form that changes a respondent; without contact details for one whose details were erased. */
export const editForm = (language: Language, { hasContact }: { readonly hasContact: boolean }) =>
  z
    .object({
      ...windowFields(language),
      language: z.enum(languages),
      ...(hasContact ? contactFields(importTexts[language]) : {}),
    })
    .transform(({ when, language: mailLanguage, ...rest }, context) => {
      const own = Object.fromEntries(weekdays.map((name) => [name, rest[name]])) as WeeklyWindows;
      const windows = windowsOf(when, own);
      if (windows && Object.keys(windows.weekly).length === 0)
        context.addIssue({ code: 'custom', path: ['monday'], message: windowsTexts[language].noDay });
      return { windows, language: mailLanguage, ...(hasContact && { contact: contactOf(rest) }) };
    });

type ContactInput = z.output<z.ZodObject<ReturnType<typeof contactFields>>>;

function contactOf(given: object): ContactInput {
  const { name, email, phone, organisation, note } = given as ContactInput;
  return { name, email, phone, organisation, note };
}
