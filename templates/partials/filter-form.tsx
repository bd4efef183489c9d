import type { ComponentChildren } from 'preact';
import { defineTexts } from './define-texts.js';
import { FormStateProvider } from './form-state.js';
import { useTexts } from './page-context.js';

const texts = defineTexts({
  nl: { label: 'Filteren', apply: 'Toepassen', clear: 'Filters wissen' },
  en: { label: 'Filter', apply: 'Apply', clear: 'Clear filters' },
});

export interface FilterFormProps {
  readonly action: string;
  /** Some filter is set, so there is something to clear. */
  readonly isFiltered: boolean;
  readonly children: ComponentChildren;
}

/** Filters that end up in the address, so that a list can be kept and shared. */
export function FilterForm({ action, isFiltered, children }: FilterFormProps) {
  const words = useTexts(texts);
  return (
    <form class="filters" method="get" action={action} role="search" aria-label={words.label}>
      <FormStateProvider value={{ isFilter: true }}>{children}</FormStateProvider>
      <div class="actions">
        <button class="btn second" type="submit">
          {words.apply}
        </button>
        {isFiltered ? <a href={action}>{words.clear}</a> : null}
      </div>
    </form>
  );
}
