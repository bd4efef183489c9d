import { z } from 'zod';
import { typedPassword } from './password.schema.js';

/** Not checked as an address: whoever mistypes theirs learns nothing more than that the sign-in is wrong. */
export const credentials = z.object({ email: z.string().trim().min(1).max(254), password: typedPassword });

export const openedSession = z.object({
  token: z.string().describe('Send it as `Authorization: Bearer`; it is shown only here.'),
  expiresAt: z.iso.datetime(),
});
