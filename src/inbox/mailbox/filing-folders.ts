import type { ImapFlow } from 'imapflow';

/** Where a message goes once it was taken in: what is done with, and what a person must look at. */
export type Filing = 'handled' | 'waiting';

export const folderNames: Readonly<Record<Filing, string>> = {
  handled: 'Verwerkt',
  waiting: 'Te beoordelen',
};

export type FilingFolders = Readonly<Record<Filing, string>>;

/** The folder that IMAP_URL names cannot be worked through. */
export class UnfitFolder extends Error {
  constructor(readonly code: 'OwnFolder' | 'ReadOnly') {
    super(code);
    this.name = 'UnfitFolder';
  }
}

/** Below the server's personal namespace (RFC 2342). */
export function filingFolders(client: ImapFlow): FilingFolders {
  const prefix = client.namespace?.prefix ?? '';
  return { handled: prefix + folderNames.handled, waiting: prefix + folderNames.waiting };
}

/**
 * Makes and subscribes the folders where that is missing, so that mail programs show them.
 * @throws when the server refuses that.
 */
export async function ensureFolders(client: ImapFlow, folders: FilingFolders): Promise<void> {
  const present = new Map((await client.list()).map(({ path, subscribed }) => [path, subscribed]));
  for (const path of Object.values(folders)) {
    if (!present.has(path)) await client.mailboxCreate(path);
    else if (!present.get(path)) await client.mailboxSubscribe(path);
  }
}
