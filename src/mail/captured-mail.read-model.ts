import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { simpleParser, type AddressObject, type ParsedMail, type SimpleParserOptions } from 'mailparser';
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

/** The parts as they are: nothing made of one for want of the other. */
const parserOptions: SimpleParserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
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
    const parsed = await simpleParser(raw, parserOptions);
    const calendar = calendarOf(parsed);
    return {
      id,
      at: createdAt,
      from: addressText(parsed.from),
      to: addressText(parsed.to),
      subject: parsed.subject ?? '',
      text: parsed.text ?? null,
      html: parsed.html || null,
      calendar,
      hasCalendar: calendar !== null,
      raw,
    };
  }
}

const calendarOf = ({ attachments }: ParsedMail): string | null =>
  attachments
    .find(({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics')
    ?.content.toString('utf8') ?? null;

const addressText = (address: AddressObject | AddressObject[] | undefined): string =>
  [address ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
