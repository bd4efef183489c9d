import type { MailOutcome } from '../../../src/calendar/itip/mail-outcome.js';
import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import type { Tone } from '../../partials/badge.js';
import { useTexts } from '../../partials/page-context.js';
import { inboxTexts } from './inbox.texts.js';

const tones: Readonly<Record<MailOutcome, Tone>> = {
  applied: 'ok',
  stale: 'neutral',
  'for-an-earlier-time': 'warn',
  duplicate: 'neutral',
  'from-another-address': 'warn',
  stranger: 'bad',
  proposal: 'info',
  bounce: 'bad',
  ignored: 'neutral',
  unreadable: 'warn',
};

export const outcomeTone = (outcome: MailOutcome): Tone => tones[outcome];

/** Who it is about, as the study knows them. */
export function useWho(): (message: InboxMessage) => string {
  const texts = useTexts(inboxTexts);
  return ({ respondent, person, about, belongsToStudy }) => {
    if (respondent) return respondent.pseudonym;
    if (person) return about?.subject === 'meeting' ? texts.member(person.replace(/^nr\. /, '')) : person;
    return belongsToStudy ? texts.unknownPerson : texts.notOurs;
  };
}
