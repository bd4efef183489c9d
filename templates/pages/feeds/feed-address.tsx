import { Actions, SubmitButton } from '../../partials/buttons.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { feedsTexts } from './feeds.texts.js';

export interface FeedAddressProps {
  /** What calendars call it. */
  readonly name: string;
  /** Null while there is none. */
  readonly url: string | null;
  /** Where its forms post: to make one; below it `/replace` and `/close`. */
  readonly action: string;
  /** Which one, where several are posted to one address. */
  readonly feed?: string;
}

/** The address of a feed and what can be done with it; or the button that makes one. */
export function FeedAddress(props: FeedAddressProps) {
  const texts = useTexts(feedsTexts);
  const { name, url } = props;
  if (url === null) return <OpenForm {...props} />;
  return (
    <div class="stack">
      <p>
        <span class="vh">{`${texts.address}, ${name}: `}</span>
        <code class="feed-address">{url}</code>
      </p>
      <p class="actions">
        <a class="btn second" href={toWebcal(url)} aria-label={`${texts.subscribe}: ${name}`}>
          {texts.subscribe}
        </a>
      </p>
      <ChangeForms {...props} />
    </div>
  );
}

function OpenForm({ name, action, feed }: FeedAddressProps) {
  const texts = useTexts(feedsTexts);
  return (
    <PostForm action={action}>
      <Which feed={feed} />
      <Actions>
        <button class="btn second" type="submit" aria-label={`${texts.open}: ${name}`}>
          {texts.open}
        </button>
      </Actions>
    </PostForm>
  );
}

function ChangeForms({ name, action, feed }: FeedAddressProps) {
  const texts = useTexts(feedsTexts);
  return (
    <details class="feed-change">
      <summary aria-label={`${texts.other}: ${name}`}>{texts.other}</summary>
      <PostForm action={`${action}/replace`} class="stack">
        <Which feed={feed} />
        <p>{texts.otherText}</p>
        <Actions>
          <SubmitButton variant="second" small>
            {texts.replace}
          </SubmitButton>
          <SubmitButton variant="danger" small formAction={`${action}/close`}>
            {texts.close}
          </SubmitButton>
        </Actions>
      </PostForm>
    </details>
  );
}

const Which = ({ feed }: Pick<FeedAddressProps, 'feed'>) =>
  feed === undefined ? null : <input type="hidden" name="feed" value={feed} />;

/** The scheme that hands an address to the calendar program of the device. */
const toWebcal = (url: string): string => url.replace(/^https?:/, 'webcal:');
