import { choiceOf, windowChoices } from '../../../src/respondents/domain/choose-windows.js';
import type { RespondentWindows } from '../../../src/respondents/respondent.entity.js';
import { weekdays } from '../../../src/kernel/time/weekday.js';
import { RadioCards } from '../../partials/choices.js';
import { useFormState } from '../../partials/form-state.js';
import { TextInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { respondentFormTexts } from './respondent-form.texts.js';
import { windowsTexts } from './windows.texts.js';

/** A quick choice, or times day by day; without a script both stand on the page. */
export function WindowsFields({ windows }: { readonly windows: RespondentWindows | null }) {
  const texts = useTexts(respondentFormTexts);
  const words = useTexts(windowsTexts);
  const notes: Readonly<Record<string, string | undefined>> = {
    mornings: words.morningsNote,
    afternoons: words.afternoonsNote,
    own: words.ownNote,
  };
  const options = windowChoices.map((value) => ({ value, label: words[value], note: notes[value] }));
  return (
    <>
      <RadioCards
        name="when"
        label={texts.windows}
        hint={texts.windowsHint}
        groups={[{ options }]}
        value={choiceOf(windows)}
      />
      <DayFields windows={windows} />
    </>
  );
}

function DayFields({ windows }: { readonly windows: RespondentWindows | null }) {
  const words = useTexts(windowsTexts);
  const own = choiceOf(windows) === 'own' ? windows?.weekly : undefined;
  const { given, faults } = useFormState();
  const isWrong = faults?.some(({ path }) => weekdays.some((day) => day === path)) ?? false;
  return (
    <details open={own !== undefined || isWrong || given?.when === 'own'}>
      <summary>{words.perDay}</summary>
      <p class="hint">{words.hint}</p>
      {weekdays.map((day) => (
        <TextInput
          key={day}
          name={day}
          label={words.days[day]}
          value={own?.[day]?.join(', ') ?? ''}
          autoComplete="off"
          width="medium"
          optional
        />
      ))}
    </details>
  );
}
