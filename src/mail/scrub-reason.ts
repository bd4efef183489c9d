import type { Mailbox } from '../kernel/config/mailbox.js';
import { oneLine } from './header-text.js';

const longest = 500;
const address = /<?[^\s<>@"(),;:]+@[^\s<>@"(),;]+>?/gu;

/**
 * A server's words without what could name a person: anything like an address, and the recipient's own name
 * and local part wherever they stand. One line, at most 500 characters.
 */
export function scrubReason(reason: string, { name, address: own }: Mailbox): string {
  const local = own.slice(0, own.lastIndexOf('@'));
  const words = [local, ...local.split(/[._+-]+/), name, ...name.split(/\s+/)].filter(
    (word) => word.length > 2,
  );
  const withoutAddresses = oneLine(reason.slice(0, 4 * longest)).replace(address, '…');
  return words
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replace(wholeWord(word), '…'), withoutAddresses)
    .slice(0, longest);
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu');

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
