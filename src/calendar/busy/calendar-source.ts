import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../kernel/config/config.token.js';
import type { Config } from '../../kernel/config/env.js';
import { InternalHosts, type CalendarAddress } from './calendar-address.js';
import { fetchCalendar, type FetchedCalendar, type Validators } from './fetch-calendar.js';

/** Calendars on the network, as far as this installation may ask for them. */
@Injectable()
export class CalendarSource {
  private readonly internal: InternalHosts;

  constructor(@Inject(CONFIG) config: Config) {
    this.internal = new InternalHosts(config.busyCalendarInternalHosts);
  }

  /** Throws FetchFailed. Never to be called within a transaction. */
  fetch(address: CalendarAddress, known: Validators): Promise<FetchedCalendar | 'unchanged'> {
    return fetchCalendar(address, known, { internal: this.internal });
  }
}
