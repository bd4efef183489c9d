import { z } from 'zod';

export const mailParts = ['html', 'text', 'calendar', 'source'] as const;
export type MailPart = (typeof mailParts)[number];

export const mailboxParams = z.object({ id: z.uuid() });
export const mailboxQuery = z.object({ cursor: z.uuid().optional() });
export const mailPartQuery = z.object({ part: z.enum(mailParts).default('html') });
