import type { StudyRoleName } from './study-role.entity.js';

/** Who is asking: a signed-in account with its role in each of its studies (keyed by study id). */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
  readonly mayCreateStudies: boolean;
  readonly roles: ReadonlyMap<string, StudyRoleName>;
}
