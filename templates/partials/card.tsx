import type { ComponentChildren } from 'preact';

export interface CardProps {
  readonly title?: ComponentChildren;
  /** Beside the title: a link to more. */
  readonly aside?: ComponentChildren;
  readonly id?: string;
  /** Level of the title's heading: 3 for cards below a heading of their own. */
  readonly level?: 2 | 3;
  readonly children: ComponentChildren;
}

export function Card({ title, aside, id, level = 2, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="card" id={id}>
      {title ? (
        <div class="card-head">
          <Heading>{title}</Heading>
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
