import { p } from '@mikro-orm/core';
import { newId } from './new-id.js';

/** Primary key: a UUID made by the application, so that a row's id is known before it is written. */
export const idColumn = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => newId());

/** An instant; stored as timestamptz, always UTC inside. */
export const instant = () => p.datetime().columnType('timestamptz');

/** The instant of the row's creation. */
export const createdAt = () => instant().onCreate(() => new Date());
