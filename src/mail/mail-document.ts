/** What a mail says, once for its text and its HTML. Written by the features, one function per kind of mail. */
export interface MailDocument {
  readonly subject: string;
  /** The line that mail programs show after the subject in a list of messages. */
  readonly preheader?: string;
  readonly greeting?: string;
  readonly blocks: readonly MailBlock[];
  /** Who we are, why the reader gets this, how to reach a person: one paragraph each. */
  readonly footer: readonly string[];
}

/** All texts are plain: markup in them is shown, never run. Line feeds in a paragraph or note are kept. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly MailFact[] }
  /** The one thing to do, at most once per mail; the bare address stands beneath it. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  /** Something else to look at, such as a route. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'agenda'; readonly columns: AgendaColumns; readonly items: readonly AgendaLine[] }
  /** What must not be missed, such as a deadline. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'divider' };

export type BlockOf<Kind extends MailBlock['kind']> = Extract<MailBlock, { kind: Kind }>;

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

/** The table's headings, in the reader's language. */
export interface AgendaColumns {
  readonly time: string;
  readonly item: string;
}

export interface AgendaLine {
  /** Wall time as text, e.g. `10:15`. */
  readonly time: string;
  readonly title: string;
  /** Presenter, minutes, purpose: shown after each other beneath the title. */
  readonly details: readonly string[];
}
