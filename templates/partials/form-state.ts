import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** One fault of a field, in the reader's language. */
export interface FieldFault {
  /** The name of the field. */
  readonly path: string;
  readonly message: string;
}

/** A form that is shown again: what was typed, and what is wrong with it. */
export interface FormState {
  readonly given?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly faults?: readonly FieldFault[];
  /** Nothing has to be filled in, and that goes without saying. */
  readonly isFilter?: boolean;
  /** Tells the fields of this form from those of another on the page with the same names. */
  readonly scope?: string;
}

const Context = createContext<FormState>({});

export const FormStateProvider = Context.Provider;

export const useFormState = (): FormState => useContext(Context);

/** The id of a field's control, which the error summary links to. */
export const fieldId = (name: string, scope?: string): string =>
  ['field', ...(scope ? [scope] : []), name.replaceAll(/[^\w-]/g, '-')].join('-');

export interface FieldState {
  readonly id: string;
  /** What was typed, else what the field starts with. */
  readonly values: readonly string[];
  readonly fault?: string;
  readonly describedBy?: string;
  readonly isRequired: boolean;
}

/** What a control must know of itself; `hint` says whether it has one to point to. */
export function useField(
  name: string,
  {
    initial,
    hint,
    optional,
  }: { readonly initial?: string | readonly string[]; readonly hint?: unknown; readonly optional?: boolean },
): FieldState {
  const { given, faults, isFilter, scope } = useFormState();
  const id = fieldId(name, scope);
  const fault = faults?.find(({ path }) => path === name)?.message;
  const described = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])];
  return {
    id,
    values: [given ? (given[name] ?? []) : (initial ?? [])].flat(),
    fault,
    describedBy: described.join(' ') || undefined,
    isRequired: !optional && !isFilter,
  };
}
