import { useTexts } from '../../partials/page-context.js';
import { studyFileTexts } from './study-file.texts.js';

export interface StudyFileFieldsProps {
  readonly text: string;
  readonly textLabel: string;
}

/** A file to choose and a text to paste; the file goes first. */
export function StudyFileFields({ text, textLabel }: StudyFileFieldsProps) {
  const texts = useTexts(studyFileTexts);
  return (
    <>
      <div class="field">
        <label for="field-file">{texts.file}</label>
        <p class="hint" id="field-file-hint">
          {texts.fileHint}
        </p>
        <input
          id="field-file"
          name="file"
          type="file"
          accept=".yaml,.yml,.json,application/yaml,application/json"
          aria-describedby="field-file-hint"
        />
      </div>
      <div class="field">
        <label for="field-text">{textLabel}</label>
        <p class="hint" id="field-text-hint">
          {texts.textHint}
        </p>
        <textarea
          id="field-text"
          name="text"
          class="code"
          rows={18}
          spellcheck={false}
          aria-describedby="field-text-hint"
        >
          {text}
        </textarea>
      </div>
    </>
  );
}
