import type { StudyFrame } from '../../templates/partials/page-context.js';
import type { StudyScope } from './study-scope.js';

/** What the frame around a page says of the study that it is about. */
export const frameOf = ({ code, title, timezone, role }: StudyScope): StudyFrame => ({
  code,
  title,
  timezone,
  role,
});
