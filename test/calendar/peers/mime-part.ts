/** An entity of RFC 2045: header fields without their line ends, and a body that is encoded already. */
export interface MimePart {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const CRLF = '\r\n';

/** Text with any line ends as a body, in UTF-8 and CRLF. */
export const textBody = (text: string): Buffer => Buffer.from(text.replace(/\r?\n/g, CRLF), 'utf8');

/** `type` with its parameters apart from the boundary, such as `multipart/mixed`. */
export function multipart(type: string, boundary: string, parts: readonly MimePart[]): MimePart {
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}${CRLF}`),
    serialized(part),
    Buffer.from(CRLF),
  ]);
  return {
    headers: [`Content-Type: ${type}; boundary="${boundary}"`],
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--${CRLF}`)]),
  };
}

/** A whole message (RFC 5322): its own header fields, then those of its only or outermost part. */
export const messageOf = (headers: readonly string[], { headers: more, body }: MimePart): Buffer =>
  serialized({ headers: [...headers, ...more], body });

function serialized({ headers, body }: MimePart): Buffer {
  return Buffer.concat([Buffer.from([...headers, '', ''].join(CRLF), 'utf8'), body]);
}
