import type { ComponentChildren } from 'preact';
import type { FieldState } from './form-state.js';
import { formTexts } from './form.texts.js';
import { useTexts } from './page-context.js';

export interface FieldProps {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Says so beside the label; everything else is asked for. */
  readonly optional?: boolean;
}

interface FieldFrameProps extends FieldProps {
  readonly field: FieldState;
  readonly children: ComponentChildren;
}

/** Label, hint and fault around one control. */
export function Field({ label, hint, optional, field, children }: FieldFrameProps) {
  return (
    <div class={field.fault ? 'field wrong' : 'field'}>
      <label for={field.id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <HintAndFault hint={hint} field={field} />
      {children}
    </div>
  );
}

export interface FieldGroupProps extends FieldFrameProps {
  readonly legendSize?: 'large';
}

/** The same around a group of radio buttons or checkboxes. */
export function FieldGroup({ label, hint, optional, field, legendSize, children }: FieldGroupProps) {
  return (
    <fieldset class={field.fault ? 'field wrong' : 'field'} aria-describedby={field.describedBy}>
      <legend class={legendSize}>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      <HintAndFault hint={hint} field={field} />
      {children}
    </fieldset>
  );
}

function Optional() {
  return <span class="optional"> {useTexts(formTexts).optional}</span>;
}

export function HintAndFault({ hint, field }: Pick<FieldFrameProps, 'hint' | 'field'>) {
  const texts = useTexts(formTexts);
  return (
    <>
      {hint ? (
        <p class="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {field.fault ? (
        <p class="fault" id={`${field.id}-fault`}>
          <span class="vh">{texts.fault} </span>
          {field.fault}
        </p>
      ) : null}
    </>
  );
}

/** What every control of a field carries. */
export const controlProps = ({ name }: FieldProps, field: FieldState) => ({
  id: field.id,
  name,
  required: field.isRequired,
  'aria-invalid': field.fault ? true : undefined,
  'aria-describedby': field.describedBy,
});
