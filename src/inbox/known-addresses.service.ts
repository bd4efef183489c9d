import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import { canonicalAddress } from '../calendar/itip/mail-address.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { KnownAddress } from './known-address.entity.js';

type Participant = Pick<Invitation, 'studyId' | 'participantKind' | 'participantId'>;

/** Other addresses of participants; compared by keyed hash, so that none can be read. */
@Injectable()
export class Addresses {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Those among the addresses that somebody recognised as this participant's before. */
  async known(
    { studyId, participantId }: Participant,
    addresses: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (addresses.length === 0) return new Set();
    const rows = await this.em.find(KnownAddress, { studyId, participantId }, { disableIdentityMap: true });
    if (rows.length === 0) return new Set();
    const indexes = new Set(rows.map(({ addressIndex }) => Buffer.from(addressIndex).toString('hex')));
    return new Set(addresses.filter((address) => indexes.has(this.index(studyId, address).toString('hex'))));
  }

  /** Persists without flushing; the same again changes nothing. */
  async remember(
    { studyId, participantKind, participantId }: Participant,
    address: string,
    recognisedById: string,
  ): Promise<void> {
    const row = { studyId, participantId, addressIndex: this.index(studyId, address) };
    if ((await this.em.count(KnownAddress, row)) > 0) return;
    this.em.create(KnownAddress, { ...row, participantKind, recognisedById }, { persist: true });
  }

  async forget({ studyId, participantId }: Participant, address: string): Promise<void> {
    await this.em.nativeDelete(KnownAddress, {
      studyId,
      participantId,
      addressIndex: this.index(studyId, address),
    });
  }

  isSubstitute({ studyId, substituteIndex }: Invitation, address: string): boolean {
    return !!substituteIndex && this.index(studyId, address).equals(Buffer.from(substituteIndex));
  }

  index(studyId: string, address: string): Buffer {
    return this.cipher.blindIndex(studyId, canonicalAddress(address) ?? address);
  }
}
