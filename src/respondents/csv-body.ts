import type { PipeTransform } from '@nestjs/common';
import { Malformed } from '../kernel/http/domain-error.js';

/** The bytes of a body that was sent as `text/csv`. */
export class CsvBodyPipe implements PipeTransform<unknown, Buffer> {
  transform(body: unknown): Buffer {
    if (Buffer.isBuffer(body)) return body;
    if (body === undefined || body === null) return Buffer.alloc(0);
    throw new Malformed('not-csv', 'Send the list itself as the body, with Content-Type: text/csv.');
  }
}
