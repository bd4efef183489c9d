import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../../kernel/crypto/cipher.js';
import { newId } from '../../kernel/database/new-id.js';
import { CalendarUnreadable } from '../itip/busy/read-busy.js';
import { addressContext } from './address-context.js';
import { BusyCalendar } from './busy-calendar.entity.js';
import { FetchFailed } from './busy-fault.js';
import type { BusyOwner } from './busy-owner.js';
import { BusyRecords } from './busy-records.service.js';
import { BusyTimes } from './busy-times.service.js';
import { CalendarRefused } from './busy.errors.js';
import { parseAddress } from './calendar-address.js';
import { CalendarSource } from './calendar-source.js';
import type { FetchedCalendar, Validators } from './fetch-calendar.js';

export interface NewAddress {
  readonly url: string;
  readonly label: string;
}

export interface NewFile {
  readonly bytes: Uint8Array;
  readonly label: string;
}

const nothingKnown: Validators = { etag: null, lastModified: null };

/** The calendars that members of a team connect. Whoever calls has made sure that the actor may. */
@Injectable()
export class BusyCalendars {
  constructor(
    private readonly em: EntityManager,
    private readonly source: CalendarSource,
    private readonly times: BusyTimes,
    private readonly cipher: Cipher,
    private readonly records: BusyRecords,
  ) {}

  /** Fetches the calendar at once, so that a wrong address is told right away. Throws CalendarRefused, TooManyBusyCalendars. */
  async connect(owner: BusyOwner, { url: text, label }: NewAddress): Promise<string> {
    await this.records.assertRoom(owner);
    const { url, fetched, copy } = await orRefuse('url', async () => {
      const address = parseAddress(text);
      // Nothing was asked for under a condition, so there is no "unchanged".
      const fetched = (await this.source.fetch(address, nothingKnown)) as FetchedCalendar;
      return { url: address.url, fetched, copy: await this.times.read(owner, fetched) };
    });
    const id = newId();
    const sealedAddress = this.cipher.seal('calendar', addressContext(id), text.trim());
    const { etag, lastModified } = fetched;
    const columns = { host: url.hostname, sealedAddress, etag, lastModified };
    return this.records.add(owner, { id, kind: 'address', label, ...columns }, copy);
  }

  /** Takes the place of an earlier file of that name. Throws CalendarRefused, TooManyBusyCalendars. */
  async upload(owner: BusyOwner, { bytes, label }: NewFile): Promise<string> {
    const copy = await orRefuse('file', () => this.times.read(owner, { bytes }));
    const { accountId } = owner;
    const known = await this.em.findOne(BusyCalendar, { accountId, kind: 'file', label });
    if (known) return this.records.renew(owner, known.id, copy);
    await this.records.assertRoom(owner);
    return this.records.add(owner, { id: newId(), kind: 'file', label }, copy);
  }
}

async function orRefuse<T>(path: 'url' | 'file', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FetchFailed || error instanceof CalendarUnreadable)
      throw new CalendarRefused(error.fault, path);
    throw error;
  }
}
