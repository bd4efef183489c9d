import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newId } from '../kernel/database/new-id.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import { contactSchema, type Contact } from './contact.schema.js';
import { ContactDetails, type ContactKind } from './contact-details.entity.js';

/** The people of one kind in one study: an address is unique among them, and unrecognisable elsewhere. */
export interface ContactGroup {
  readonly studyId: string;
  readonly kind: ContactKind;
}

export interface ContactToKeep extends ContactGroup {
  /** Given, the details of that row are replaced, or a row with this id is made. */
  readonly id?: string;
  readonly details: Contact;
}

/** On whose behalf contact details are opened (null for a job that sends mail), and what for: `respondent page`. */
export interface ReadingReason {
  readonly actorId: string | null;
  readonly reason: string;
}

const rowsAtOnce = 1000;

/** The only way to names, addresses and phone numbers. What a person reads is recorded in the ledger. */
@Injectable()
export class Vault {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Persists without flushing, for the caller's transaction; gives the row's id. */
  async put(contact: ContactToKeep): Promise<string> {
    const [id] = await this.putMany([contact]);
    return id!;
  }

  /** As `put`, with one query for all; the ids come in the order of the contacts. */
  async putMany(contacts: readonly ContactToKeep[]): Promise<string[]> {
    const ids = contacts.flatMap(({ id }) => id ?? []);
    const known = new Map((await this.load(ids)).map((row) => [row.id, row]));
    return contacts.map((contact) => this.store(contact, contact.id ? known.get(contact.id) : undefined));
  }

  /** New rows only, for a long list: written at once in the caller's transaction, a thousand at a time. */
  async addMany(contacts: readonly Omit<ContactToKeep, 'id'>[]): Promise<string[]> {
    const at = this.clock.now();
    const rows = contacts.map(({ studyId, kind, details }) => {
      const id = newId();
      return { id, studyId, kind, ...this.columnsOf(id, studyId, details), createdAt: at, updatedAt: at };
    });
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await this.em.insertMany(ContactDetails, rows.slice(from, from + rowsAtOnce));
    return rows.map(({ id }) => id);
  }

  /** Undefined when the details are gone. Flushes the ledger entry before anything is opened. */
  async read(id: string, reading: ReadingReason): Promise<Contact | undefined> {
    return (await this.readMany([id], reading)).get(id);
  }

  /** In one query, with one ledger entry; ids whose details are gone are missing from the map. */
  async readMany(ids: readonly string[], reading: ReadingReason): Promise<Map<string, Contact>> {
    const rows = await this.load([...new Set(ids)]);
    if (rows.length > 0) await this.record(rows, reading);
    return new Map(rows.map((row) => [row.id, this.opened(row)]));
  }

  /** Which of the addresses are known in the group: from the address as given to the row's id. Opens nothing. */
  async findByEmail(
    { studyId, kind }: ContactGroup,
    addresses: readonly string[],
  ): Promise<Map<string, string>> {
    if (addresses.length === 0) return new Map();
    const indexes = new Map(addresses.map((address) => [address, this.cipher.blindIndex(studyId, address)]));
    const wanted = { studyId, kind, emailIndex: { $in: [...indexes.values()] } };
    const rows = await this.em.find(ContactDetails, wanted, {
      fields: ['id', 'emailIndex'],
      disableIdentityMap: true,
    });
    const ids = new Map(rows.map((row) => [row.emailIndex?.toString('hex'), row.id]));
    return new Map(
      [...indexes].flatMap(([address, index]) => withKnown(address, ids.get(index.toString('hex')))),
    );
  }

  private async load(ids: readonly string[]): Promise<ContactDetails[]> {
    return ids.length === 0 ? [] : this.em.find(ContactDetails, { id: { $in: [...ids] } });
  }

  private store(
    { id = newId(), studyId, kind, details }: ContactToKeep,
    row: ContactDetails | undefined,
  ): string {
    const columns = this.columnsOf(id, studyId, details);
    if (row) this.em.assign(row, columns);
    else this.em.create(ContactDetails, { id, studyId, kind, ...columns }, { persist: true });
    return id;
  }

  private columnsOf(id: string, studyId: string, details: Contact) {
    const contact = contactSchema.parse(details);
    const emailIndex = contact.email ? this.cipher.blindIndex(studyId, contact.email) : null;
    return { sealed: this.cipher.sealJson('vault', contextOf(id), contact), emailIndex };
  }

  private opened(row: ContactDetails): Contact {
    return contactSchema.parse(this.cipher.openJson('vault', contextOf(row.id), row.sealed));
  }

  private async record(rows: readonly ContactDetails[], { actorId, reason }: ReadingReason): Promise<void> {
    if (actorId === null) return;
    const studies = new Set(rows.map((row) => row.studyId));
    const [studyId] = studies;
    const [only] = rows.length === 1 ? rows : [];
    this.ledger.append({
      studyId: studies.size === 1 ? studyId! : null,
      kind: 'contact.read',
      actorId,
      subjectId: only?.id ?? null,
      data: { ids: rows.map((row) => row.id), reason },
    });
    await this.em.flush();
  }
}

const contextOf = (id: string): string => `contact_details:${id}`;

const withKnown = (address: string, id: string | undefined): [string, string][] =>
  id ? [[address, id]] : [];
