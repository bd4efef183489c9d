import assert from 'node:assert/strict';
import { AcceptSlot } from '../../src/appointments/accept-slot.service.js';
import { Appointment } from '../../src/appointments/appointment.entity.js';
import { OfferSlot } from '../../src/appointments/offer-slot.entity.js';
import { Offer } from '../../src/appointments/offer.entity.js';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { Delivery } from '../../src/mail/delivery.service.js';
import { Slots } from '../../src/scheduling/slots.service.js';
import { Study } from '../../src/studies/study.entity.js';
import { compare, quantile, rateOf, rounded, type Line } from './measure.js';
import { ProductOnServer } from './product-on-server.js';
import { timed, watchStatements, type StatementTimes } from './statement-times.js';
import { makeTpcb, tpcb } from './tpcb.js';

const clients = 8;
const perRound = 80;
const rounds = 5;

interface Choice {
  readonly respondentId: string;
  readonly slot: string;
}

/**
 * Eight respondents at a time choose a moment: what follows from it is one transaction, mails and calendar objects
 * included. The mails stay in the outbox until the end, since their delivery is measured elsewhere.
 */
export async function acceptBench(server: EmbeddedPostgres): Promise<Line[]> {
  const product = await ProductOnServer.start(server);
  product.get(Delivery).deliverDue = async () => undefined;
  const choices = await offerMoments(product, (rounds + 1) * perRound);
  await makeTpcb(product.orm);
  watchStatements(product.orm);
  const seen: StatementTimes[] = [];
  const line = await compare({
    path: 'Accept, 8 clients',
    against: 'TPC-B of pgbench, same driver',
    rounds,
    ours: () => atOnce(perRound, async () => seen.push(await accept(product, choices.pop()!))),
    theirs: () => atOnce(perRound * 5, () => tpcb(product.orm)),
    seen: (ours, theirs) =>
      `${rounded(ours)}/s against ${rounded(theirs)}/s; ${databasePart(seen.slice(perRound))}`,
  });
  assert.equal(await product.orm.em.fork().count(Appointment), (rounds + 1) * perRound);
  await product.stop();
  return [line];
}

function accept(product: ProductOnServer, { respondentId, slot }: Choice): Promise<StatementTimes> {
  const consent = ['participate', 'recording'];
  return timed(() => product.within(() => product.get(AcceptSlot).accept({ respondentId, slot, consent })));
}

function atOnce(count: number, work: () => Promise<unknown>): Promise<number> {
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  return rateOf(count, () => Promise.all(Array.from({ length: clients }, client)));
}

function databasePart(times: readonly StatementTimes[]): string {
  const milliseconds = times.map((one) => one.milliseconds);
  const [half, most] = [quantile(milliseconds, 0.5), quantile(milliseconds, 0.99)].map(rounded);
  return `${quantile(
    times.map(({ statements }) => statements),
    0.5,
  )} statements, p50 ${half} ms, p99 ${most} ms in the database`;
}

/** One moment for each, and none of them in another's way. */
async function offerMoments(product: ProductOnServer, count: number): Promise<Choice[]> {
  const { studyId, actorId } = product.scope;
  const respondents = await product.recruit(count, 'accept');
  const moments = await freeMoments(product, count);
  const offers = respondents.map((respondentId) => ({ id: newId(), respondentId }));
  const expiresAt = new Date('2027-01-01T00:00:00Z');
  const slots = offers.map(({ id: offerId }, n) => ({
    id: newId(),
    offerId,
    mode: 'onsite' as const,
    ...moments[n]!,
  }));
  const em = product.orm.em.fork();
  const common = {
    studyId,
    status: 'open' as const,
    expiresAt,
    createdById: actorId,
    createdAt: new Date('2026-12-07T07:00:00Z'),
  };
  await em.insertMany(
    Offer,
    offers.map((offer) => ({ ...common, ...offer })),
  );
  await em.insertMany(OfferSlot, slots);
  return offers.map(({ respondentId }, n) => ({ respondentId, slot: slots[n]!.id }));
}

/** At most three a day of each interviewer, hours apart; mixed, so that clients seldom want the same person at once. */
async function freeMoments(product: ProductOnServer, count: number) {
  const found = await product.within(async () => {
    const study = await product.orm.em.fork().findOneOrFail(Study, { id: product.scope.studyId });
    return product.get(Slots).find({ study, limit: 100_000 });
  });
  const hours = new Set([9, 12, 15]);
  const apart = found.filter(
    ({ start }) => start % 3_600_000 === 0 && hours.has(new Date(start).getUTCHours()),
  );
  assert.ok(apart.length >= count, `only ${apart.length} moments are free`);
  return apart.slice(0, count).map(({ start, end, interviewerId }) => ({
    interviewerId,
    startsAt: new Date(start),
    endsAt: new Date(end),
  }));
}
