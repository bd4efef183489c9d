import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, idColumn, instant } from '../../kernel/database/columns.js';
import { feedKinds } from './domain/feed-kinds.js';

/** A calendar that somebody may subscribe to, with a link of their own as its address. */
const FeedSchema = defineEntity({
  name: 'Feed',
  tableName: 'feed',
  properties: {
    id: idColumn(),
    kind: p.enum(feedKinds),
    /** The account or board member whose feed it is: what they may see is asked with every read. */
    ownerId: p.uuid(),
    /** What it shows: the account itself, a study, a site, or the board member. */
    scopeId: p.uuid(),
    /** Null for an account's own, which spans its studies. */
    studyId: p.uuid().nullable(),
    /** What calendars call it. */
    name: p.string().length(300),
    createdAt: createdAt(),
    /** Of the name. */
    changedAt: instant(),
  },
  uniques: [{ properties: ['ownerId', 'scopeId'] }],
  indexes: [{ properties: ['studyId', 'scopeId'] }],
});
export class Feed extends FeedSchema.class {}
FeedSchema.setClass(Feed);
