import { z } from 'zod';

/** What the vault keeps of one person. Checked again when a seal is opened: an older release may have written it. */
export const contactSchema = z.object({
  name: z.string().min(1).max(200),
  email: z.string().max(254).optional(),
  phone: z.string().max(40).optional(),
  organisation: z.string().max(200).optional(),
  note: z.string().max(2000).optional(),
});

export type Contact = z.infer<typeof contactSchema>;
