import type { z } from 'zod';
import type { Language } from '../../kernel/text/language.js';

const texts = {
  nl: {
    missing: 'Vul dit in.',
    tooShort: (n: string) => `Gebruik ten minste ${n} tekens.`,
    tooLong: (n: string) => `Gebruik hoogstens ${n} tekens.`,
    tooLow: (n: string) => `Dit moet ten minste ${n} zijn.`,
    tooHigh: (n: string) => `Dit mag hoogstens ${n} zijn.`,
    email: 'Dit is geen e-mailadres. Een voorbeeld: naam@voorbeeld.nl.',
    date: 'Vul een datum in die bestaat.',
    time: 'Vul een tijd in, zoals 09:30.',
    choice: 'Kies een van de mogelijkheden.',
    number: 'Vul een getal in.',
    other: 'Dit klopt niet. Controleer wat u hebt ingevuld.',
  },
  en: {
    missing: 'Fill this in.',
    tooShort: (n: string) => `Use at least ${n} characters.`,
    tooLong: (n: string) => `Use at most ${n} characters.`,
    tooLow: (n: string) => `This must be at least ${n}.`,
    tooHigh: (n: string) => `This must be at most ${n}.`,
    email: 'This is not an e-mail address. An example: name@example.org.',
    date: 'Fill in a date that exists.',
    time: 'Fill in a time, such as 09:30.',
    choice: 'Choose one of the options.',
    number: 'Fill in a number.',
    other: 'This is not right. Check what you filled in.',
  },
} as const;

/** What is wrong with a field, in words that say what to do. */
export function plainFault(issue: z.core.$ZodRawIssue, language: Language): string {
  const words = texts[language];
  if (issue.input === undefined || issue.input === '') return words.missing;
  if (issue.code === 'too_small') return sizeFault(issue, words.tooShort, words.tooLow);
  if (issue.code === 'too_big') return sizeFault(issue, words.tooLong, words.tooHigh);
  if (issue.code === 'invalid_value') return words.choice;
  if (issue.code === 'invalid_format') return formatFault(String(issue.format), words);
  return issue.code === 'invalid_type' && ['number', 'int'].includes(String(issue.expected))
    ? words.number
    : words.other;
}

function sizeFault(
  issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>,
  ofText: (limit: string) => string,
  ofNumber: (limit: string) => string,
): string {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  return issue.origin === 'string' ? ofText(limit) : ofNumber(limit);
}

function formatFault(format: string, words: (typeof texts)[Language]): string {
  if (format === 'email') return words.email;
  if (format === 'date' || format === 'datetime') return words.date;
  return format === 'time' ? words.time : words.other;
}
