import { z } from 'zod';
import { studyParams } from '../studies/studies.schema.js';

/** `account`, `study`, or `site-` and the code of a site: whose it is follows from who asks. */
export const feedId = z
  .string()
  .regex(/^(account|study|site-[A-Z0-9]{1,12})$/, 'must be account, study, or site- and the code of a site');

export const feedParams = studyParams.extend({ feed: feedId });

export const feedBody = z.strictObject({
  feed: feedId,
  /** Another address in place of the one that there is, which stops at once. */
  replace: z.boolean().default(false),
});

/** The form behind a button of the page. */
export const feedForm = z.object({ feed: feedId });

export const feedView = z.object({
  id: z.string(),
  kind: z.enum(['account', 'study', 'site']),
  /** Code of the site whose appointments it shows. */
  site: z.string().nullable(),
  siteName: z.string().nullable(),
  name: z.string(),
  /** Null until one is asked for. Whoever has it reads the feed. */
  url: z.string().nullable(),
});
export type FeedView = z.infer<typeof feedView>;
