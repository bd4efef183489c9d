import type { TeamContact } from '../../../src/studies/study-team.service.js';
import { Actions } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { HelpNote, useMailTo } from './help-note.js';
import { respondTexts } from './respond.texts.js';

export type Ending = keyof (typeof respondTexts)['nl']['ended'];

export interface EndedPageProps {
  readonly ending: Ending;
  readonly contact: TeamContact;
}

/** Nothing can be chosen (any more): what happened, and whom to turn to. */
export const endedPage = (props: EndedPageProps) => <EndedBody {...props} />;

const canAskNew: readonly Ending[] = ['expired', 'cancelled', 'withdrawn'];

function EndedBody({ ending, contact }: EndedPageProps) {
  const texts = useTexts(respondTexts);
  const mailTo = useMailTo(contact);
  return (
    <>
      <PageHead title={texts.ended[ending]} />
      <Card>
        <p>{texts.endedText[ending]}</p>
        {canAskNew.includes(ending) ? (
          <Actions>
            <a class="btn" href={mailTo}>
              {texts.askNew}
            </a>
          </Actions>
        ) : null}
      </Card>
      <HelpNote contact={contact} />
    </>
  );
}
