import type { SectionChange } from '../../../src/studies/domain/compare-study-files.js';
import type { StudyFileFault } from '../../../src/studies/domain/study-file/fault.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { StudyFileFaults } from './study-file-faults.js';
import { StudyFileFields } from './study-file-fields.js';
import { studyFileTexts } from './study-file.texts.js';

export interface DefinitionProps {
  readonly code: string;
  readonly text: string;
  readonly faults: readonly StudyFileFault[];
  /** What the text would change; absent before it was asked. */
  readonly changes?: readonly SectionChange[] | undefined;
}

export const definitionPage = (props: DefinitionProps) => <DefinitionView {...props} />;

function DefinitionView({ code, text, faults, changes }: DefinitionProps) {
  const texts = useTexts(studyFileTexts);
  return (
    <>
      <PageHead
        title={texts.definitionTitle}
        intro={texts.definitionIntro}
        actions={
          <>
            <LinkButton href={`/studies/${code}/sites`} variant="second">
              {texts.sites}
            </LinkButton>
            <LinkButton href={`/studies/${code}/study.yaml`}>{texts.download}</LinkButton>
          </>
        }
      />
      <StudyFileFaults faults={faults} />
      {changes ? <Preview code={code} text={text} changes={changes} /> : null}
      <section class="card">
        <PostForm
          action={`/studies/${code}/definition/preview`}
          class="stack"
          encType="multipart/form-data"
          labelledBy="update"
        >
          <h2 id="update">{texts.updateTitle}</h2>
          <p>{texts.updateIntro}</p>
          <StudyFileFields text={text} textLabel={texts.current} />
          <Actions>
            <SubmitButton variant={changes ? 'second' : 'primary'}>{texts.preview}</SubmitButton>
          </Actions>
        </PostForm>
      </section>
    </>
  );
}

/** What would change, and the button that does it with the very text that was looked at. */
function Preview({ code, text, changes }: Required<Pick<DefinitionProps, 'code' | 'text'>> & Changes) {
  const texts = useTexts(studyFileTexts);
  return (
    <section class="card stack" aria-live="polite">
      <h2>{texts.previewTitle}</h2>
      {changes.length === 0 ? <p>{texts.previewNothing}</p> : <ChangeList changes={changes} />}
      {changes.length === 0 ? null : (
        <PostForm action={`/studies/${code}/definition`}>
          <input type="hidden" name="text" value={text} />
          <Actions>
            <SubmitButton>{texts.apply}</SubmitButton>
            <LinkButton href={`/studies/${code}/definition`} variant="second">
              {texts.cancel}
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </section>
  );
}

interface Changes {
  readonly changes: readonly SectionChange[];
}

function ChangeList({ changes }: Changes) {
  const texts = useTexts(studyFileTexts);
  return (
    <dl class="facts">
      {changes.map((change) => (
        <div key={change.section}>
          <dt>{texts.sections[change.section]}</dt>
          <dd>{inWords(change, texts)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords({ added, removed, changed }: SectionChange, texts: (typeof studyFileTexts)['nl']): string {
  const parts = [
    ...(added.length ? [texts.added(added.join(', '))] : []),
    ...(removed.length ? [texts.removed(removed.join(', '))] : []),
    ...(changed.length ? [texts.changed(changed.join(', '))] : []),
  ];
  return parts.join('; ') || texts.otherwise;
}
