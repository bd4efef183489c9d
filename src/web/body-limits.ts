import type { IncomingHttpHeaders } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const MiB = 1024 ** 2;

/** Bytes. Files have a second, smaller limit where they are read, which explains itself better. */
export const bodyLimits = { json: 2 * MiB, form: 2 * MiB, file: 64 * MiB } as const;

/** Files that are sent as the whole body; handlers receive a Buffer. */
const fileTypes = ['text/csv', 'application/yaml', 'text/yaml', 'message/rfc822', 'text/calendar'];

export function acceptBodies(app: NestFastifyApplication): void {
  app.useBodyParser('application/json', { bodyLimit: bodyLimits.json });
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: bodyLimits.form });
  app.useBodyParser(fileTypes, { bodyLimit: bodyLimits.file });
}

/** The limit that a body of this content type has. */
export function limitFor(contentType: string | undefined): number {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return fileTypes.includes(type) ? bodyLimits.file : bodyLimits.json;
}

/**
 * Whether somebody who shows no session sends more than any public form needs. What they show is checked later; a
 * stranger's upload is not even read.
 */
export function isTooLargeForStranger(headers: IncomingHttpHeaders): boolean {
  const showsSession =
    headers.authorization !== undefined || /\bveldwerk_session=/.test(headers.cookie ?? '');
  const isUnsized = headers['transfer-encoding'] !== undefined && headers['content-length'] === undefined;
  return !showsSession && (isUnsized || Number(headers['content-length'] ?? 0) > bodyLimits.form);
}
