import type { ComponentChildren } from 'preact';

export interface CardProps {
  readonly title?: ComponentChildren;
  /** Beside the title: a link to more. */
  readonly aside?: ComponentChildren;
  readonly id?: string;
  readonly children: ComponentChildren;
}

export function Card({ title, aside, id, children }: CardProps) {
  return (
    <section class="card" id={id}>
      {title ? (
        <div class="card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** A wide column and a narrow one; one below the other on a phone. */
export function Columns({ children }: { children: ComponentChildren }) {
  return <div class="cols">{children}</div>;
}

/** Cards below each other. */
export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}</div>;
}
