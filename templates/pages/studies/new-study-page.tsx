import type { StudyFileFault } from '../../../src/studies/domain/study-file/fault.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { StudyFileFaults } from './study-file-faults.js';
import { StudyFileFields } from './study-file-fields.js';
import { studyFileTexts } from './study-file.texts.js';

export interface StudyFileFormState {
  readonly text: string;
  readonly faults: readonly StudyFileFault[];
  /** Why a file without faults was refused all the same. */
  readonly refusal?: string | undefined;
}

export const newStudyPage = (state: StudyFileFormState) => <NewStudyView {...state} />;

function NewStudyView({ text, faults, refusal }: StudyFileFormState) {
  const texts = useTexts(studyFileTexts);
  return (
    <>
      <PageHead
        title={texts.newTitle}
        intro={texts.newIntro}
        actions={
          <LinkButton href="/studies/example.yaml" variant="second">
            {texts.example}
          </LinkButton>
        }
      />
      <StudyFileFaults faults={faults} />
      {refusal ? (
        <Note tone="bad" title={texts.refusedTitle}>
          <p>{refusal}</p>
        </Note>
      ) : null}
      <section class="card">
        <PostForm action="/studies" class="stack" encType="multipart/form-data">
          <p class="muted">{texts.exampleHint}</p>
          <StudyFileFields text={text} textLabel={texts.text} />
          <Actions>
            <SubmitButton>{texts.create}</SubmitButton>
          </Actions>
        </PostForm>
      </section>
    </>
  );
}
