import type { Config } from '../kernel/config/env.js';
import type { Study } from '../studies/study.entity.js';

/** The appointment's page, behind signing in. */
export const appointmentUrl = (
  { publicUrl }: Pick<Config, 'publicUrl'>,
  { code }: Pick<Study, 'code'>,
  id: string,
): string => `${publicUrl}/studies/${code}/appointments/${id}`;
