import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../kernel/database/columns.js';

/** Failed attempts per key (a keyed hash of address or client), counted in the database so that all processes agree. */
const SignInAttemptSchema = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: { keyHash: p.blob().primary(), failures: p.integer().default(0), windowEndsAt: instant() },
  indexes: [{ properties: ['windowEndsAt'] }],
});
export class SignInAttempt extends SignInAttemptSchema.class {}
SignInAttemptSchema.setClass(SignInAttempt);
