import type { ComponentChildren } from 'preact';
import { controlProps, Field, FieldGroup, HintAndFault, type FieldProps } from './field.js';
import { useField } from './form-state.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string;
  /** A first option that chooses nothing. */
  readonly placeholder?: string;
}

export function Select(props: SelectProps) {
  const field = useField(props.name, { initial: props.value, hint: props.hint, optional: props.optional });
  return (
    <Field {...props} field={field}>
      <select {...controlProps(props, field)}>
        {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={field.values.includes(value)}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface CardOption {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
}

export interface OptionGroup {
  /** As a day above its times; absent for a group of its own. */
  readonly heading?: string;
  readonly options: readonly CardOption[];
}

export interface RadioCardsProps extends FieldProps {
  readonly groups: readonly OptionGroup[];
  readonly value?: string;
  readonly legendSize?: 'large';
}

/** One choice out of a few, each as large as a thumb; grouped when there are many of them. */
export function RadioCards(props: RadioCardsProps) {
  const field = useField(props.name, { initial: props.value, hint: props.hint, optional: props.optional });
  const { groups, name } = props;
  return (
    <FieldGroup {...props} field={field}>
      {groups.map(({ heading, options }, group) => (
        <div class="option-group" key={heading ?? group} role="group" aria-label={heading}>
          {heading ? (
            <p class="option-heading" aria-hidden="true">
              {heading}
            </p>
          ) : null}
          {options.map((option, place) => (
            <label class="option" key={option.value}>
              <input
                type="radio"
                id={group === 0 && place === 0 ? field.id : undefined}
                name={name}
                value={option.value}
                checked={field.values.includes(option.value)}
                required
              />
              <OptionText {...option} />
            </label>
          ))}
        </div>
      ))}
    </FieldGroup>
  );
}

function OptionText({ label, note }: Pick<CardOption, 'label' | 'note'>) {
  return (
    <span>
      <b>{label}</b>
      {note ? <small>{note}</small> : null}
    </span>
  );
}

export interface CheckboxProps extends FieldProps {
  readonly value?: string;
  /** Consent is never given beforehand: leave it out there. */
  readonly checked?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, value = 'yes', checked } = props;
  const field = useField(name, { initial: checked ? value : [], hint, optional: props.optional });
  return (
    <div class={field.fault ? 'field wrong' : 'field'}>
      <label class="option check">
        <input
          {...controlProps(props, field)}
          type="checkbox"
          value={value}
          checked={field.values.includes(value)}
        />
        <span>{label}</span>
      </label>
      <HintAndFault hint={hint} field={field} />
    </div>
  );
}
