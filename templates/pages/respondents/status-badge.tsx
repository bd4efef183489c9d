import type { RespondentStatus } from '../../../src/respondents/respondent-status.js';
import { Badge } from '../../partials/badge.js';
import { useTexts } from '../../partials/page-context.js';
import { statusTexts, statusTones } from './status.texts.js';

export function StatusBadge({ status }: { readonly status: RespondentStatus }) {
  return <Badge tone={statusTones[status]}>{useTexts(statusTexts)[status]}</Badge>;
}
