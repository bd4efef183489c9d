/** A charset that hides its characters in ASCII, so that its bytes look like UTF-8 (ISO-2022). */
const STATEFUL = /^iso-2022|^hz-gb|^utf-7/i;

/**
 * The characters of bytes from a mail: UTF-8 wherever it is valid, whatever the charset says, since text in another one
 * is hardly ever valid UTF-8 by chance. Never throws; what nobody can tell is read as windows-1252, or as UTF-8 where
 * most of it is.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const stated = STATEFUL.test(charset) ? decodeAs(charset, bytes) : undefined;
  return stated ?? decodeAs('utf-8', bytes) ?? decodeAs(charset, bytes) ?? decodeBroken(bytes);
}

/** Undefined for an unknown charset, and where the bytes do not fit it. */
function decodeAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A character that was cut in two does not make everything else windows-1252. */
function decodeBroken(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const whole = text.match(/[\u0080-\uffef]/g)?.length ?? 0;
  return whole > broken ? text : new TextDecoder('windows-1252').decode(bytes);
}
