import { defineEntity, p } from '@mikro-orm/core';
import { participantKinds } from '../calendar/invitation.entity.js';
import { createdAt, idColumn } from '../kernel/database/columns.js';

/** Another address of a participant, recognised by a person. Only its keyed hash is kept: it can be compared, not read. */
const KnownAddressSchema = defineEntity({
  name: 'KnownAddress',
  tableName: 'known_address',
  properties: {
    id: idColumn(),
    studyId: p.uuid(),
    participantKind: p.enum(participantKinds),
    participantId: p.uuid(),
    addressIndex: p.blob(),
    recognisedById: p.uuid(),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ['studyId', 'participantId', 'addressIndex'] }],
});
export class KnownAddress extends KnownAddressSchema.class {}
KnownAddressSchema.setClass(KnownAddress);
