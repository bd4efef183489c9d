import type { TeamContact } from '../../../src/studies/study-team.service.js';
import { Note } from '../../partials/badge.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { respondTexts } from './respond.texts.js';

export interface HelpProps {
  readonly contact: TeamContact;
}

/** A person to turn to. */
export function HelpNote({ contact }: HelpProps) {
  const texts = useTexts(respondTexts);
  return (
    <Note title={texts.helpTitle}>
      <p>
        {texts.help(contact.name)} <a href={useMailTo(contact)}>{contact.email}</a>. {texts.voluntary}
      </p>
    </Note>
  );
}

/** A mail to that person which says what it is about. */
export function useMailTo({ email }: TeamContact): string {
  const texts = useTexts(respondTexts);
  const { study } = usePageContext();
  return `mailto:${encodeURI(email)}?subject=${encodeURIComponent(texts.mailSubject(study?.title ?? ''))}`;
}
