import { z } from 'zod';
import { outboxStatuses } from '../mail/outbox-status.js';

export const outboxParams = z.object({ study: z.string().min(1).max(12) });
export const outboxMessageParams = outboxParams.extend({ id: z.uuid() });

export const outboxQuery = z.object({
  status: z.enum(outboxStatuses).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});

/** The filters of the page, where an empty choice means all. */
export const outboxPageQuery = outboxQuery.extend({
  status: z
    .union([z.enum(outboxStatuses), z.literal('')])
    .optional()
    .transform((status) => status || undefined),
});

const instant = z.iso.datetime();

export const outboxRowView = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.string().nullable(),
  status: z.enum(outboxStatuses),
  attempts: z.number().int(),
  createdAt: instant,
  sentAt: instant.nullable(),
  nextAttemptAt: instant.nullable(),
  lastError: z.string().nullable(),
});

export const outboxPageView = z.object({ items: z.array(outboxRowView), nextCursor: z.string().nullable() });
