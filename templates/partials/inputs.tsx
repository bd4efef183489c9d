import { controlProps, Field, type FieldProps } from './field.js';
import { useField } from './form-state.js';

export interface TextInputProps extends FieldProps {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'number';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly maxLength?: number;
  readonly spellcheck?: boolean;
  /** Expected width in characters. */
  readonly width?: 'short' | 'medium';
}

export function TextInput(props: TextInputProps) {
  const { type = 'text', value, autoComplete, inputMode, maxLength, spellcheck, width } = props;
  const field = useField(props.name, { initial: value, hint: props.hint, optional: props.optional });
  return (
    <Field {...props} field={field}>
      <input
        {...controlProps(props, field)}
        class={width}
        // The attributes of preact are a union over this one: they are the same for each of ours.
        type={type as 'text'}
        // What was typed in a password field is never sent back.
        value={type === 'password' ? undefined : field.values[0]}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        spellcheck={spellcheck}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea(props: TextAreaProps) {
  const field = useField(props.name, { initial: props.value, hint: props.hint, optional: props.optional });
  return (
    <Field {...props} field={field}>
      <textarea {...controlProps(props, field)} rows={props.rows ?? 4} maxLength={props.maxLength}>
        {field.values[0]}
      </textarea>
    </Field>
  );
}

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`, also for the bounds. */
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
}

export function DateInput(props: DateInputProps) {
  const field = useField(props.name, { initial: props.value, hint: props.hint, optional: props.optional });
  const { min, max } = props;
  return (
    <Field {...props} field={field}>
      <input
        {...controlProps(props, field)}
        type="date"
        class="medium"
        value={field.values[0]}
        min={min}
        max={max}
      />
    </Field>
  );
}

export interface TimeInputProps extends FieldProps {
  /** `HH:MM`. */
  readonly value?: string;
  readonly stepMinutes?: number;
}

export function TimeInput(props: TimeInputProps) {
  const field = useField(props.name, { initial: props.value, hint: props.hint, optional: props.optional });
  const step = props.stepMinutes && props.stepMinutes * 60;
  return (
    <Field {...props} field={field}>
      <input {...controlProps(props, field)} type="time" class="short" value={field.values[0]} step={step} />
    </Field>
  );
}
