import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { ZodPipe } from '../kernel/http/parsed.js';
import { addressBody, type AddressBody } from './busy-calendars.schema.js';

/** A calendar as it was posted: its bytes, or where to fetch it. */
export type BusyCalendarBody = Buffer | AddressBody;

/** Reads a body of `text/calendar` or JSON; the document of the API is made from the latter. */
export class BusyCalendarPipe extends ZodPipe<typeof addressBody> implements PipeTransform {
  constructor() {
    super(addressBody);
  }

  override transform(body: unknown, about: ArgumentMetadata): AddressBody {
    // The type of the pipe it extends knows of JSON only.
    return Buffer.isBuffer(body) ? (body as never) : super.transform(body, about);
  }
}
