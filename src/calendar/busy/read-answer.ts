import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailed } from './busy-fault.js';

const decompressors: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export const acceptedEncodings = 'gzip, deflate, br';

/** The whole body, decompressed; ends as soon as there is more of it than `mostBytes`. Throws FetchFailed. */
export async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) return refuse(answer, 'too-large');
  const decompress = decompressors[encoding];
  if (!decompress && encoding !== 'identity') return refuse(answer, 'server-trouble');
  // The loop below hears of whatever goes wrong in either stream.
  const body = decompress ? pipeline(answer, decompress(), () => undefined) : answer;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return refuse(answer, 'too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuse(answer: IncomingMessage, fault: FetchFailed['fault']): never {
  answer.destroy();
  throw new FetchFailed(fault);
}
