import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import { canonicalAddress } from '../calendar/itip/mail-address.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { newId } from '../kernel/database/new-id.js';
import { Clock } from '../kernel/time/clock.js';
import { KnownAddress } from './known-address.entity.js';

type Participant = Pick<Invitation, 'studyId' | 'participantKind' | 'participantId'>;

/** Other addresses of participants; compared by keyed hash, so that none can be read. */
@Injectable()
export class Addresses {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
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

  /** The same again changes nothing. */
  async remember(
    { studyId, participantKind, participantId }: Participant,
    address: string,
    recognisedById: string,
  ): Promise<void> {
    await this.em
      .createQueryBuilder(KnownAddress)
      .insert({
        id: newId(),
        studyId,
        participantKind,
        participantId,
        addressIndex: this.index(studyId, address),
        recognisedById,
        createdAt: this.clock.now(),
      })
      .onConflict(['studyId', 'participantId', 'addressIndex'])
      .ignore()
      .execute();
  }

  isSubstitute({ studyId, substituteIndex }: Invitation, address: string): boolean {
    return !!substituteIndex && this.index(studyId, address).equals(Buffer.from(substituteIndex));
  }

  index(studyId: string, address: string): Buffer {
    return this.cipher.blindIndex(studyId, canonicalAddress(address) ?? address);
  }
}
