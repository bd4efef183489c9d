import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../kernel/database/columns.js';

export const linkPurposes = ['respondent', 'board-member', 'set-password', 'feed'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** An unguessable link. The token is made from `nonce` with the installation's key; only its hash can be looked up. */
const CapabilityLinkSchema = defineEntity({
  name: 'CapabilityLink',
  tableName: 'capability_link',
  properties: {
    id: idColumn(),
    tokenHash: p.blob().unique(),
    nonce: p.blob(),
    purpose: p.enum(linkPurposes),
    studyId: p.uuid().nullable(),
    subjectId: p.uuid(),
    createdAt: createdAt(),
    expiresAt: instant().nullable(),
    revokedAt: instant().nullable(),
  },
  indexes: [{ properties: ['subjectId', 'purpose'] }],
});
export class CapabilityLink extends CapabilityLinkSchema.class {}
CapabilityLinkSchema.setClass(CapabilityLink);
