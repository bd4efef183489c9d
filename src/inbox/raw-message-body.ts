import type { PipeTransform } from '@nestjs/common';
import { MOST_BYTES } from '../calendar/itip/read-incoming-mail.js';
import { MessageTooLarge, NotAMessage } from './inbox.errors.js';

/** The bytes of a body that was sent as `message/rfc822`. */
export class RawMessagePipe implements PipeTransform<unknown, Buffer> {
  transform(body: unknown): Buffer {
    if (!Buffer.isBuffer(body)) throw new NotAMessage();
    if (body.length > MOST_BYTES) throw new MessageTooLarge(MOST_BYTES / 1024 ** 2);
    return body;
  }
}
