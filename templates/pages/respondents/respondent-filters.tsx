import { respondentStatuses } from '../../../src/respondents/respondent-status.js';
import type { RespondentFilter } from '../../../src/respondents/respondents.read-model.js';
import { FilterForm } from '../../partials/filter-form.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { useRespondentsPath } from './respondents-path.js';
import { respondentsTexts } from './respondents.texts.js';
import { statusTexts } from './status.texts.js';
import { optionsOf, type StudyOptions } from './study-options.js';

export interface RespondentFiltersProps {
  readonly filter: RespondentFilter;
  readonly options: StudyOptions;
}

export function RespondentFilters({ filter, options }: RespondentFiltersProps) {
  const texts = useTexts(respondentsTexts);
  const words = useTexts(statusTexts);
  const { language } = usePageContext();
  const statuses = respondentStatuses.map((value) => ({ value, label: words[value] }));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <FilterForm action={useRespondentsPath()} isFiltered={isFiltered}>
      <Filter
        name="site"
        label={texts.site}
        options={optionsOf(options.sites, language)}
        value={filter.site}
      />
      <Filter
        name="role"
        label={texts.role}
        options={optionsOf(options.roles, language)}
        value={filter.role}
      />
      <Filter name="status" label={texts.status} options={statuses} value={filter.status} />
      <SearchField value={filter.text} />
    </FilterForm>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
}

function Filter({ name, label, options, value }: FilterProps) {
  const texts = useTexts(respondentsTexts);
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{texts.all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function SearchField({ value }: { readonly value: string | undefined }) {
  const texts = useTexts(respondentsTexts);
  return (
    <div class="field">
      <label for="filter-q">{texts.search}</label>
      <input id="filter-q" name="q" type="search" value={value} maxLength={40} autoComplete="off" />
    </div>
  );
}
