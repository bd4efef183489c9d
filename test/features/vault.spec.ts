import { LedgerEntry } from '../../src/kernel/ledger/ledger-entry.entity.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { ContactDetails } from '../../src/vault/contact-details.entity.js';
import { Vault } from '../../src/vault/vault.service.js';
import { SmallApp } from '../support/small-app.js';

const studyId = newId();
const group = { studyId, kind: 'respondent' } as const;
const jolanda = { name: 'Jolanda Wiersma', email: 'J.Wiersma@Voorbeeld.nl', phone: '+31612345678' };
const pieter = { name: 'Pieter Bos', email: 'p.bos@voorbeeld.nl', organisation: 'Sociaal team Noord' };
const actorId = newId();

describe('the vault', () => {
  let app: SmallApp;
  let vault: Vault;
  const put = (details: typeof jolanda | typeof pieter, id?: string) =>
    app.transactionally(() => vault.put({ ...group, details, id }));
  const readings = () => app.database.orm.em.fork().find(LedgerEntry, { kind: 'contact.read' });
  const forMail = { actorId: null, reason: 'mail' };

  beforeEach(async () => {
    app = await SmallApp.start();
    vault = app.get(Vault);
  });
  afterEach(() => app.stop());

  it('gives back what was put', async () => {
    const id = await put(jolanda);
    expect(await app.within(() => vault.read(id, forMail))).toEqual(jolanda);
    expect(await app.within(() => vault.read(newId(), forMail))).toBeUndefined();
  });

  it('replaces the details of a known id', async () => {
    const id = await put(jolanda);
    expect(await put({ ...jolanda, phone: '+31687654321' }, id)).toBe(id);
    expect(await app.database.orm.em.fork().count(ContactDetails)).toBe(1);
    expect((await app.within(() => vault.read(id, forMail)))?.phone).toBe('+31687654321');
  });

  it('writes nothing readable into the table', async () => {
    await put(jolanda);
    const rows = await app.database.orm.em.execute(
      "select c::text as row, encode(sealed, 'escape') as raw from contact_details c",
    );
    expect(JSON.stringify(rows)).not.toMatch(/wiersma|jolanda|voorbeeld|31612345678/i);
  });

  it('rolls back with its caller', async () => {
    const failed = app.transactionally(async () => {
      await vault.put({ ...group, details: jolanda });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await app.database.orm.em.fork().count(ContactDetails)).toBe(0);
  });

  it('finds addresses in any spelling, in their own study and kind only', async () => {
    const [first, second] = await app.transactionally(() =>
      vault.putMany([jolanda, pieter].map((details) => ({ ...group, details }))),
    );
    const found = await app.within(() =>
      vault.findByEmail(group, [' j.wiersma@VOORBEELD.NL', 'p.bos@voorbeeld.nl', 'nobody@voorbeeld.nl']),
    );
    expect([...found]).toEqual([
      [' j.wiersma@VOORBEELD.NL', first],
      ['p.bos@voorbeeld.nl', second],
    ]);
    for (const other of [{ ...group, studyId: newId() }, { studyId, kind: 'gatekeeper' } as const])
      expect((await app.within(() => vault.findByEmail(other, [jolanda.email]))).size).toBe(0);
  });

  it('records what a person reads, once per call, without what was read', async () => {
    const ids = [await put(jolanda), await put(pieter)];
    await app.within(() => vault.readMany(ids, { actorId, reason: 'respondent list' }));
    const entries = await readings();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ studyId, actorId, data: { reason: 'respondent list' } });
    expect((entries[0]!.data.ids as string[]).toSorted()).toEqual(ids.toSorted());
    expect(JSON.stringify(entries)).not.toMatch(/wiersma|bos@/i);
  });

  it('records nothing for mail, nor for what is not there', async () => {
    const id = await put(jolanda);
    await app.within(() => vault.read(id, forMail));
    await app.within(() => vault.readMany([newId()], { actorId, reason: 'x' }));
    expect(await readings()).toEqual([]);
  });

  it('does not open details that were moved to another row', async () => {
    const [from, to] = [await put(jolanda), await put(pieter)];
    await app.database.orm.em.execute(
      'update contact_details set sealed = (select sealed from contact_details where id = ?) where id = ?',
      [from, to],
    );
    await expect(app.within(() => vault.read(to, forMail))).rejects.toMatchObject({ fault: 'changed' });
  });

  it('reads many in one query', async () => {
    const contacts = Array.from({ length: 50 }, (_, n) => ({ ...group, details: { name: `Person ${n}` } }));
    const ids = await app.transactionally(() => vault.putMany(contacts));
    const found = await app.within(() => vault.readMany([...ids, ids[0]!], forMail));
    expect(found.size).toBe(50);
    expect(found.get(ids[7]!)).toEqual({ name: 'Person 7' });
  });
});
