import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../../kernel/database/columns.js';

/** A study whose entries are to be made again: its title, language, zone or sites changed, or they were never made. */
const FeedRefreshSchema = defineEntity({
  name: 'FeedRefresh',
  tableName: 'feed_refresh',
  properties: {
    studyId: p.uuid().primary(),
    /** Another one for every request: who finishes an earlier one leaves it standing. */
    requestId: p.uuid(),
    /** Until then some process is at it. */
    leasedUntil: instant().nullable(),
  },
});
export class FeedRefresh extends FeedRefreshSchema.class {}
FeedRefreshSchema.setClass(FeedRefresh);
