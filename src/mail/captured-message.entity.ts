import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn } from '../kernel/database/columns.js';

/** A message that was captured instead of sent, because no SMTP server is set; its bytes are sealed. Its id is the outbox message's. */
const CapturedMessageSchema = defineEntity({
  name: 'CapturedMessage',
  tableName: 'captured_message',
  properties: { id: idColumn(), createdAt: createdAt(), sealed: p.blob() },
  indexes: [{ properties: ['createdAt'] }],
});
export class CapturedMessage extends CapturedMessageSchema.class {}
CapturedMessageSchema.setClass(CapturedMessage);
