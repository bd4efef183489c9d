import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad';

/** A word with a colour; the word says it all. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export interface NoteProps {
  readonly tone?: 'info' | 'ok' | 'warn' | 'bad';
  readonly title?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Something to know before going on. */
export function Note({ tone = 'info', title, children }: NoteProps) {
  return (
    <div class={`note ${tone}`}>
      {title ? <p class="note-title">{title}</p> : null}
      {children}
    </div>
  );
}
