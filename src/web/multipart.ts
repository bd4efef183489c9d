import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';

const MiB = 1024 ** 2;

/**
 * Bytes. A form sends its file again as base64 in a field when it asks to confirm, so a field may be larger. Of a file a
 * byte more is kept than any page reads.
 */
const limits = { file: 64 * MiB, kept: 10 * MiB + 1, field: 8 * MiB };

/** A file that came with a form. What is larger than any page reads is counted, not kept. */
export class UploadedFile {
  constructor(
    readonly name: string,
    /** Of the whole file, in bytes. */
    readonly size: number,
    /** The whole file, or its beginning when it is larger than 10 MiB. */
    readonly bytes: Buffer,
  ) {}
}

/** A file field of a form; absent when none was chosen. */
export const uploadedFile = z.instanceof(UploadedFile).optional();

/** Lets forms carry a file: the body of `multipart/form-data` has its fields as texts and its files as `UploadedFile`. */
export async function acceptForms(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: limits.file, fieldSize: limits.field, files: 1, fields: 10, parts: 12 },
    onFile: readFile,
  });
}

async function readFile(part: MultipartFile): Promise<void> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    if (size < limits.kept) kept.push(chunk);
    size += chunk.length;
  }
  // A browser sends a nameless empty file when none was chosen.
  if (part.filename || size > 0) part.value = new UploadedFile(part.filename, size, Buffer.concat(kept));
}

// Its parser throws plain errors for these: all that tells them from faults of our own is what they say.
const brokenForm = /^Multipart: Boundary not found$|unexpected end of multipart data$/i;

/** Whether this is a `multipart/form-data` body that ended too soon, or whose parts nobody can tell apart. */
export const isBrokenForm = (error: unknown): boolean =>
  error instanceof Error && brokenForm.test(error.message);
