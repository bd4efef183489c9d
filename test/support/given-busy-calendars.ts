import { addressContext } from '../../src/calendar/busy/address-context.js';
import { BusyCalendar } from '../../src/calendar/busy/busy-calendar.entity.js';
import { BusyCalendars } from '../../src/calendar/busy/busy-calendars.service.js';
import { Cipher } from '../../src/kernel/crypto/cipher.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { Study } from '../../src/studies/study.entity.js';
import { calendarOf, eventOf } from './busy-times.js';
import type { RunningProduct } from './running-product.js';

export interface GivenCalendars {
  /** A file with a busy time to come. */
  readonly file: string;
  /** By an address that used to work. */
  readonly failing: string;
  /** To be disconnected by whoever wants to. */
  readonly spare: string;
}

const busy = calendarOf(
  eventOf('DTSTART:20270122T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
  eventOf('DTSTART:20270113T090000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'),
  eventOf('UID:b', 'DTSTART:nonsense'),
);

/** Calendars of the coordinator, in different states. */
export async function givenBusyCalendars(product: RunningProduct): Promise<GivenCalendars> {
  const accountId = product.accountOf('coordinator');
  const { id: studyId } = await product.orm.em.fork().findOneOrFail(Study, { code: 'STP' });
  const owner = { accountId, studyId, actorId: accountId, zone: 'Europe/Amsterdam' };
  const upload = (label: string) =>
    product.within(() => product.get(BusyCalendars).upload(owner, { bytes: Buffer.from(busy), label }));
  const file = await upload('Rooster van het jaar');
  const spare = await upload('Oud rooster');
  return { file, spare, failing: await giveFailing(product, accountId) };
}

async function giveFailing(product: RunningProduct, accountId: string): Promise<string> {
  const em = product.orm.em.fork();
  const id = newId();
  const address = 'http://127.0.0.1/agenda.ics';
  const calendar = em.create(BusyCalendar, {
    id,
    accountId,
    kind: 'address',
    label: 'Werk',
    host: 'agenda.een-heel-lange-organisatienaam.example.org',
    sealedAddress: product.get(Cipher).seal('calendar', addressContext(id), address),
    zone: 'Europe/Amsterdam',
    fetchedAt: new Date('2027-01-12T09:00:00Z'),
    checkedAt: new Date('2027-01-12T09:00:00Z'),
    nextFetchAt: new Date('2027-06-01T09:00:00Z'),
    coversUntil: new Date('2028-04-12T00:00:00Z'),
    failures: 3,
    lastError: 'web-page',
  });
  await em.persist(calendar).flush();
  return id;
}
