import type { ComponentChildren } from 'preact';

export interface Side {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** What is and what would be, beside each other; the second one stands out. */
export function Comparison({ is, becomes }: { readonly is: Side; readonly becomes: Side }) {
  return (
    <dl class="comparison">
      {[is, becomes].map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
