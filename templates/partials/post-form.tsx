import type { ComponentChildren } from 'preact';
import { FormStateProvider, type FormState } from './form-state.js';
import { useHref, usePageContext } from './page-context.js';

export interface PostFormProps {
  readonly action: string;
  readonly class?: string;
  readonly children: ComponentChildren;
  /** For a form that carries a file. */
  readonly encType?: 'multipart/form-data';
  readonly id?: string;
  readonly labelledBy?: string;
  /** When the form is shown again: its fields take their values and faults from here. */
  readonly state?: FormState;
}

/**
 * A form that posts, with the token of the session. The browser's own checks are off: ours come back together, in the
 * reader's language, with what was typed.
 */
export function PostForm({
  action,
  children,
  encType,
  id,
  labelledBy,
  state,
  class: className,
}: PostFormProps) {
  const { csrfToken } = usePageContext();
  const href = useHref();
  return (
    <form
      method="post"
      action={href(action)}
      encType={encType}
      id={id}
      class={className}
      noValidate
      aria-labelledby={labelledBy}
    >
      {csrfToken ? <input type="hidden" name="_csrf" value={csrfToken} /> : null}
      <FormStateProvider value={state ?? {}}>{children}</FormStateProvider>
    </form>
  );
}
