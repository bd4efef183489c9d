import { Card } from '../../partials/card.js';
import { useTexts } from '../../partials/page-context.js';
import { feedsTexts } from './feeds.texts.js';

const programs = ['outlook', 'google', 'apple', 'thunderbird'] as const;

/** How to subscribe by address in the common programs, and how often each looks. */
export function SubscribeHelp() {
  const texts = useTexts(feedsTexts);
  return (
    <Card title={texts.how}>
      <p>{texts.howFirst}</p>
      <ProgramSteps />
      <p>
        {texts.howOften} {texts.cancelled} {texts.alsoInvited}
      </p>
    </Card>
  );
}

/** The steps of each program by itself. */
export function ProgramSteps() {
  const texts = useTexts(feedsTexts);
  return (
    <dl class="programs">
      {programs.map((program) => {
        const { name, steps, often } = texts.programs[program];
        return (
          <div key={program}>
            <dt>{name}</dt>
            <dd>
              {steps} <span class="muted">{often}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
