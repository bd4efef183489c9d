import type { ComponentChildren } from 'preact';
import { useHref } from './page-context.js';

type Variant = 'primary' | 'second' | 'danger';

interface Look {
  readonly variant?: Variant;
  readonly small?: boolean;
}

const classOf = ({ variant = 'primary', small }: Look) =>
  ['btn', ...(variant === 'primary' ? [] : [variant]), ...(small ? ['small'] : [])].join(' ');

export interface SubmitButtonProps extends Look {
  readonly children: ComponentChildren;
  readonly name?: string;
  readonly value?: string;
  /** Sends the form elsewhere than its own action. */
  readonly formAction?: string;
}

export function SubmitButton({ children, name, value, formAction, ...look }: SubmitButtonProps) {
  const href = useHref();
  return (
    <button
      class={classOf(look)}
      type="submit"
      name={name}
      value={value}
      formAction={formAction && href(formAction)}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button, because it is the next step. */
export function LinkButton({
  href: path,
  children,
  ...look
}: Look & { href: string; children: ComponentChildren }) {
  const href = useHref();
  return (
    <a class={classOf(look)} href={href(path)}>
      {children}
    </a>
  );
}

export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}
