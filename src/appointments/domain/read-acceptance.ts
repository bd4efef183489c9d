/** What somebody sent to take an offered moment. */
export interface SentAcceptance {
  /** A slot's id or start; absent when none was chosen. */
  readonly slot: string | undefined;
  /** Codes of the statements that were ticked. */
  readonly consent: readonly string[];
}

const yes = new Set(['on', 'true', '1', 'yes', 'ja', 'given']);

/**
 * Reads forms and JSON alike: `consent` once or more with codes or as an object of yes and no, or a field per statement
 * (`participate=on`, `consent.participate=on`, `consent[participate]=on`). Whatever names no statement does no harm:
 * only the form's own statements are recorded.
 */
export function readAcceptance(body: unknown): SentAcceptance {
  const fields = Object.entries(Object(body) as Record<string, unknown>);
  const { slot, consent } = Object(body) as { slot?: unknown; consent?: unknown };
  const perField = fields.flatMap(([name, value]) => (isYes(value) ? [statementOf(name)] : []));
  return {
    slot: typeof slot === 'string' && slot.trim() !== '' ? slot.trim() : undefined,
    consent: [...new Set([...codesIn(consent), ...perField])],
  };
}

function codesIn(consent: unknown): readonly string[] {
  if (typeof consent === 'string') return consent.split(',').map((code) => code.trim());
  if (Array.isArray(consent)) return consent.filter((code) => typeof code === 'string');
  return Object.entries(Object(consent)).flatMap(([code, given]) => (isYes(given) ? [code] : []));
}

const isYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && yes.has(value.toLowerCase()));

/** `consent.participate` and `consent[participate]` name the statement `participate`. */
const statementOf = (name: string): string =>
  /^consent(?:\.(.+)|\[(.+)\])$/.exec(name)?.slice(1).find(Boolean) ?? name;
