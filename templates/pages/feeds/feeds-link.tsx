import { LinkButton } from '../../partials/buttons.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { feedsTexts } from './feeds.texts.js';

/** To the calendars of the study that the page is about. */
export function FeedsLink() {
  const texts = useTexts(feedsTexts);
  const { study } = usePageContext();
  return (
    <LinkButton href={`/studies/${study!.code}/feeds`} variant="second">
      {texts.title}
    </LinkButton>
  );
}
