import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import PostalMime, { type Address, type Email, type PostalMimeOptions } from 'postal-mime';
import { Cipher } from '../kernel/crypto/cipher.js';
import { capturedContext } from './capture-transport.js';
import { CapturedMessage } from './captured-message.entity.js';
import { CapturedMessageNotFound } from './mail.errors.js';

export interface CapturedSummary {
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly hasCalendar: boolean;
}

/** A captured message as a mail program takes it apart: read back from its bytes, not from what they were made of. */
export interface CapturedMail extends CapturedSummary {
  readonly text: string | null;
  readonly html: string | null;
  /** The text/calendar alternative, unfolded by nobody. */
  readonly calendar: string | null;
  readonly raw: Buffer;
}

export interface CapturedPage {
  readonly messages: readonly CapturedSummary[];
  readonly nextCursor: string | null;
}

/** A mail inside the mail stays one part; what is deeper or longer than any mail of ours is refused. */
const parserOptions: PostalMimeOptions = {
  forceRfc822Attachments: true,
  maxNestingDepth: 16,
  maxHeadersSize: 64 * 1024,
};

/** The mail that was captured for want of a server, newest first. */
@Injectable()
export class CapturedMailReadModel {
  constructor(
    private readonly em: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  async list({ limit, cursor }: { limit: number; cursor?: string }): Promise<CapturedPage> {
    const where = cursor ? { id: { $lt: cursor } } : {};
    const found = await this.em
      .fork()
      .find(CapturedMessage, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const messages = await Promise.all(found.slice(0, limit).map((row) => this.read(row)));
    const nextCursor = found.length > limit ? (messages.at(-1)?.id ?? null) : null;
    return { messages, nextCursor };
  }

  async get(id: string): Promise<CapturedMail> {
    const row = await this.em.fork().findOne(CapturedMessage, { id });
    if (!row) throw new CapturedMessageNotFound();
    return this.read(row);
  }

  private async read({ id, createdAt, sealed }: CapturedMessage): Promise<CapturedMail> {
    const raw = this.cipher.open('mailbox', capturedContext(id), sealed);
    const parsed = await PostalMime.parse(raw, parserOptions);
    const calendar = calendarOf(parsed);
    return {
      id,
      at: createdAt,
      from: addressText(parsed.from ? [parsed.from] : []),
      to: addressText(parsed.to ?? []),
      subject: parsed.subject ?? '',
      text: withoutLastBreak(parsed.text),
      html: withoutLastBreak(parsed.html),
      calendar,
      hasCalendar: calendar !== null,
      raw,
    };
  }
}

/** In the line ends of calendar objects, which the parser makes those of text (RFC 5545 3.1). */
function calendarOf({ attachments }: Email): string | null {
  const part = attachments.find(({ mimeType }) => /^(text\/calendar|application\/ics)$/.test(mimeType));
  if (!part) return null;
  const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** The line break before a boundary belongs to the boundary (RFC 2046 5.1.1); a part that is absent or empty is null. */
const withoutLastBreak = (text: string | undefined): string | null => text?.replace(/\n$/, '') || null;

const addressText = (addresses: readonly Address[]): string =>
  addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => (name ? `"${name}" <${address}>` : address))
    .join(', ');
