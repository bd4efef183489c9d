import type { MailPerson } from './incoming-mail.js';

/** Mail providers whose domain says nothing about who somebody is. */
const PUBLIC =
  /^(gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|yahoo|ziggo|kpnmail|planet|home|xs4all|gmx|proton|protonmail|pm)\./;
/** Mailboxes that many have. */
const SHARED =
  /^(info|mail|post|contact|office|admin|secretariaat|receptie|balie|planning|noreply|no-reply)$/;
const SHORTEST = 3;

/**
 * Whether somebody looks like the one invited: a word of the name in common (of more than two letters), the same local
 * part, or the same domain when that is an organisation's own. No proof: only a reason to ask a person instead of taking them for a stranger.
 */
export function resembles(
  person: MailPerson,
  invitee: { readonly name?: string | undefined; readonly address?: string | undefined },
): boolean {
  const [local, domain] = partsOf(person.address);
  const [ownLocal, ownDomain] = partsOf(invitee.address ?? '');
  if (ownDomain && domain === ownDomain && !PUBLIC.test(domain)) return true;
  if (ownLocal.length >= SHORTEST && local === ownLocal && !SHARED.test(local)) return true;
  const own = new Set([...wordsOf(invitee.name ?? ''), ...wordsOf(ownLocal)]);
  return [...wordsOf(person.name), ...wordsOf(local)].some((word) => own.has(word));
}

function partsOf(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? ['', ''] : [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
}

/** Without accents and without words that many names share. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(
      (word) =>
        word.length >= SHORTEST && !SHARED.test(word) && !/^(van|von|der|den|des|ten|ter)$/.test(word),
    );
