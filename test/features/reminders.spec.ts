import { Reminder } from '../../src/appointments/reminder.entity.js';
import { givenAppointment } from '../support/given-appointment.js';
import { RemindedStudy } from '../support/reminded-study.js';

describe('reminders', () => {
  let study: RemindedStudy;

  beforeEach(async () => {
    study = await RemindedStudy.start();
  });
  afterEach(() => study.app.stop());

  it('go once each, at the times that hold when the study sets none', async () => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 48.1)).toEqual([]);
    expect(await study.kindsAt(slot, 48)).toEqual(['appointment-reminder']);
    expect(await study.kindsAt(slot, 47.9)).toEqual([]);
    expect(await study.kindsAt(slot, 24)).toEqual(['appointment-reminder', 'interviewer-reminder']);
    expect(await study.kindsAt(slot, 23)).toEqual([]);
    expect(await study.kindsAt(slot, 0)).toEqual([]);
  });

  it('go at the times that the study sets', async () => {
    await study.setting({ reminders: { respondent: [100, 3], interviewer: [] } });
    const slot = study.slots.at(-1)!;
    await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 100)).toEqual(['appointment-reminder']);
    expect(await study.kindsAt(slot, 48)).toEqual([]);
    expect(await study.kindsAt(slot, 24)).toEqual([]);
    expect(await study.kindsAt(slot, 3)).toEqual(['appointment-reminder']);
  });

  it('move with the appointment, and one start gets none twice', async () => {
    const slot = study.slots[0]!;
    const id = await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual(['appointment-reminder']);
    const later = study.muchLater(slot);
    await study.on(id, 'move', later);
    await study.mailed();
    expect(await study.kindsAt(slot, 24)).toEqual([]);
    expect(await study.kindsAt(later, 48)).toEqual(['appointment-reminder']);
    // Back to where it was: what went for that start does not go again.
    study.before(slot, 50);
    await study.on(id, 'move', { ...slot, outsideRules: true });
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual([]);
    expect(await study.kindsAt(slot, 24)).toEqual(['appointment-reminder', 'interviewer-reminder']);
  });

  it('stay at home when the appointment is cancelled, over or past', async () => {
    const slot = study.slots[0]!;
    await study.on(await study.book(slot), 'cancel');
    await givenAppointment(study.app, {
      pseudonym: study.respondents[1]!.pseudonym,
      status: 'completed',
      startsAt: new Date(slot.start),
    });
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual([]);
    expect(await study.kindsAt(slot, 24)).toEqual([]);
  });

  it('are not for who booked too late for them, nor for who was moved too late', async () => {
    const slot = study.slots[0]!;
    study.before(slot, 47);
    const id = await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 46.9)).toEqual([]);
    expect(await study.kindsAt(slot, 24)).toEqual(['appointment-reminder', 'interviewer-reminder']);
    const later = study.muchLater(slot);
    study.before(later, 23.5);
    await study.on(id, 'move', { ...later, outsideRules: true });
    await study.mailed();
    expect(await study.kindsAt(later, 23.4)).toEqual([]);
  });

  it('know a change of place from a change of time', async () => {
    const slot = study.slots[0]!;
    const id = await study.book(slot);
    study.before(slot, 47.9);
    await study.on(id, 'move', { ...slot, place: 'Bibliotheek', outsideRules: true });
    await study.mailed();
    expect(await study.kindsAt(slot, 47.8)).toEqual(['appointment-reminder']);
  });

  it('are dropped when the program was down at their moment for long', async () => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 45.1)).toEqual(['appointment-reminder']);
    // A day without any run: the reminders of the day before are gone, nothing is made up for.
    expect(await study.kindsAt(slot, 20)).toEqual([]);
  });

  it('to respondents leave out who declined; the interviewer is told of the answer', async () => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.answer('declined');
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual([]);
    const [letter, ...others] = await study.runAt(slot, 24);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ kind: 'interviewer-reminder' });
    expect(letter!.text).toMatch(/Antwoord van de respondent\W+komt niet/);
    expect(letter!.text).toContain('Casus');
    expect(letter!.text + letter!.html + letter!.subject).not.toMatch(/Persoon|persoon1@/);
    expect(letter!.calendar).toBeUndefined();
  });

  it('ask who did not answer, and chase who said perhaps, once', async () => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.mailed();
    const [unanswered] = await study.runAt(slot, 48);
    expect(unanswered!.subject).toMatch(/^Bent u erbij\?/);
    expect(unanswered!.text).toContain('U heeft nog niet geantwoord.');
    await study.answer('tentative');
    await study.setting({ tentativeChaseHours: 40 });
    const [chase, ...others] = await study.runAt(slot, 40);
    expect(others).toEqual([]);
    expect(chase).toMatchObject({ kind: 'appointment-chase' });
    expect(chase!.text).toContain('U antwoordde “misschien”.');
    await study.setting({ tentativeChaseHours: 39 });
    expect(await study.kindsAt(slot, 39)).toEqual([]);
    await study.answer('accepted');
    study.before(slot, 24);
    await study.run();
    const accepted = (await study.mailed()).find(({ kind }) => kind === 'appointment-reminder')!;
    expect(accepted.subject).toMatch(/^Herinnering:/);
    expect(accepted.text).not.toMatch(/geantwoord|misschien/);
  });

  it('that fall together make one mail', async () => {
    const slot = study.slots[0]!;
    await study.book(slot);
    await study.answer('tentative');
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual(['appointment-chase']);
    expect(await study.kindsAt(slot, 47.5)).toEqual([]);
    expect(await study.em().count(Reminder, { messageId: { $ne: null } })).toBe(2);
  });

  it('to whoever chose the moment by link do not ask again, and say until when it can be changed', async () => {
    const path = await study.accept(study.slots[0]!);
    await study.mailed();
    const [first] = await study.runAt(study.slots[0]!, 48);
    expect(first!.subject).toMatch(/^Herinnering:/);
    expect(first!.text).toContain('Verzetten of afzeggen kan tot');
    expect(first!.text).toContain(`http://localhost:3000${path}?lang=nl`);
    study.before(study.slots[0]!, 24);
    await study.run();
    const [second] = (await study.mailed()).filter(({ kind }) => kind === 'appointment-reminder');
    expect(second!.text).toMatch(/Verzetten of afzeggen met de link kan niet meer/);
  });

  it('speak the language of their reader', async () => {
    const slot = study.slots[0]!;
    await study.api('PATCH', `/respondents/${study.respondents[0]!.id}`, { language: 'en' });
    await study.book(slot);
    await study.mailed();
    const [letter] = await study.runAt(slot, 48);
    expect(letter!.subject).toMatch(/^Can you make it\? Your interview on/);
    expect(letter!.headers['Content-Language']).toBe('en');
    expect(letter!.text).toContain('?lang=en');
  });

  it('stand with the other mail to the same respondent', async () => {
    await study.accept(study.slots[0]!);
    const list = await study.api('GET', '/studies/STP/appointments');
    const { items } = list.json<{ items: { id: string }[] }>();
    const later = study.muchLater(study.slots[0]!);
    await study.on(items[0]!.id, 'move', later);
    study.before(later, 48);
    await study.run();
    await study.on(items[0]!.id, 'cancel');
    const mine = (await study.letters()).filter(({ to }) => to.address === 'persoon1@example.org');
    expect(mine.map(({ kind }) => kind)).toEqual([
      'offer',
      'appointment-booked',
      'appointment-moved',
      'appointment-reminder',
      'appointment-cancelled',
    ]);
    const roots = mine.map(({ headers }) => `${headers.References} ${headers['In-Reply-To']}`);
    expect(new Set(roots).size).toBe(1);
    expect(mine.map(({ headers }) => headers['Auto-Submitted'])).toEqual(mine.map(() => 'auto-generated'));
    const theirs = (await study.letters()).filter(({ kind }) => kind.startsWith('interviewer-'));
    expect(theirs.every(({ headers }) => headers.References !== mine[0]!.headers.References)).toBe(true);
  });

  it('are settled, and shown as such, when there is no address to write to', async () => {
    const slot = study.slots[0]!;
    await study.api('PATCH', `/respondents/${study.respondents[0]!.id}`, { contact: { email: null } });
    const id = await study.book(slot);
    await study.mailed();
    expect(await study.kindsAt(slot, 48)).toEqual([]);
    expect(await study.em().find(Reminder, {})).toMatchObject([
      { kind: 'respondent', hoursBefore: 48, messageId: null },
    ]);
    const page = (await study.app.page('coordinator', `/studies/STP/appointments/${id}`)).body;
    expect(page).toMatch(/48 uur vooraf<\/td><td[^>]*>geen e-mailadres/);
    expect(page.match(/gaat nog/g)).toHaveLength(2);
  });

  it('stand on the page of the appointment and in its history', async () => {
    const slot = study.slots[0]!;
    const id = await study.book(slot);
    await study.kindsAt(slot, 48);
    const { body } = await study.app.page('coordinator', `/studies/STP/appointments/${id}`, 'en');
    expect(body).toMatch(/48 hours ahead<\/td><td[^>]*>made/);
    expect(body.match(/24 hours ahead<\/td><td[^>]*>to come/g)).toHaveLength(2);
    expect(body).toMatch(/Veldwerk<\/p><p>Reminder made of the appointment: /);
    await study.on(id, 'cancel');
    const cancelled = (await study.app.page('coordinator', `/studies/STP/appointments/${id}`, 'en')).body;
    expect(cancelled).not.toContain('to come');
  });

  it('remind of observation visits too, the interviewer only', async () => {
    const { start, interviewer } = study.slots[0]!;
    const visit = { kind: 'observation', site: 'ZWO', interviewer, start, outsideRules: true };
    expect((await study.api('POST', '/studies/STP/appointments', visit)).statusCode).toBe(201);
    await study.mailed();
    expect(await study.kindsAt(study.slots[0]!, 48)).toEqual([]);
    const [letter] = await study.runAt(study.slots[0]!, 24);
    expect(letter!.kind).toBe('interviewer-reminder');
    expect(letter!.subject).toMatch(/^Herinnering: Observatie /);
    expect(letter!.text).not.toContain('Antwoord van de respondent');
  });
});
