import { fieldId, useFormState, type FieldFault } from './form-state.js';
import { formTexts } from './form.texts.js';
import { useTexts } from './page-context.js';

export interface ErrorSummaryProps {
  /** Inside `PostForm` it knows them itself. */
  readonly faults?: readonly FieldFault[];
  /** By the name of the field: what its fault begins with here, where the field is not beside it. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Above a form that is shown again: every fault, each a link to its field. */
export function ErrorSummary({ faults, labels = {} }: ErrorSummaryProps) {
  const texts = useTexts(formTexts);
  const state = useFormState();
  const all = faults ?? state.faults ?? [];
  const nameOf = ({ path, message }: FieldFault) => (labels[path] ? `${labels[path]}: ${message}` : message);
  if (all.length === 0) return null;
  return (
    <div class="note bad" role="alert" tabIndex={-1} id="errors">
      <h2>{texts.summary(all.length)}</h2>
      <ul>
        {all.map((fault) => (
          <li key={fault.path + fault.message}>
            {fault.path ? <a href={`#${fieldId(fault.path)}`}>{nameOf(fault)}</a> : nameOf(fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}
