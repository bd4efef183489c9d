import { fieldId, useFormState, type FieldFault } from './form-state.js';
import { formTexts } from './form.texts.js';
import { useTexts } from './page-context.js';

/** Above a form that is shown again: every fault, each a link to its field. Inside `PostForm` it knows them itself. */
export function ErrorSummary({ faults }: { readonly faults?: readonly FieldFault[] }) {
  const texts = useTexts(formTexts);
  const state = useFormState();
  const all = faults ?? state.faults ?? [];
  if (all.length === 0) return null;
  return (
    <div class="note bad" role="alert" tabIndex={-1} id="errors">
      <h2>{texts.summary(all.length)}</h2>
      <ul>
        {all.map(({ path, message }) => (
          <li key={path + message}>{path ? <a href={`#${fieldId(path)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
