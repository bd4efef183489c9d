import type { Flash } from '../../templates/partials/page-context.js';
import { seeOther, type SeeOther } from '../web/redirect.js';
import type { MemberInStudy } from './member-access.service.js';

/** The page of a member of the team, saying what was done. */
export const backToMember = (
  { scope, member }: MemberInStudy,
  message: string,
  kind: Flash['kind'] = 'ok',
): SeeOther => seeOther(`/studies/${scope.code}/team/${member.accountId}`, { flash: { kind, message } });
