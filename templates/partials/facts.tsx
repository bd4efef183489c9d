import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly label: string;
  /** A fact without a value is left out. */
  readonly value: ComponentChildren;
}

/** Names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
