/**
 * Whether a parsed body holds the NUL character anywhere: no text does, PostgreSQL stores none, and in a message to it
 * a NUL ends the text early. Walks without recursion, because a body may be nested as deep as its length allows.
 */
export function holdsNul(body: unknown): boolean {
  const left: unknown[] = [body];
  for (const value of left) {
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    for (const [name, part] of Object.entries(value)) left.push(name, part);
  }
  return false;
}
