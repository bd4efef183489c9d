import { Actions, SubmitButton } from '../../partials/buttons.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { myAccountTexts } from './my-account.texts.js';

export interface OpenSession {
  readonly id: string;
  readonly kind: 'web' | 'api';
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The one that this page was asked with. */
  readonly isThis: boolean;
}

const zone = 'Europe/Amsterdam';

export function SessionList({ sessions }: { readonly sessions: readonly OpenSession[] }) {
  const texts = useTexts(myAccountTexts);
  const others = sessions.some(({ isThis }) => !isThis);
  return (
    <section class="card stack">
      <h2>{texts.sessionsTitle}</h2>
      <div class="scroll">
        <table>
          <caption class="vh">{texts.sessionsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.since}</th>
              <th scope="col">{texts.until}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} {...session} />
            ))}
          </tbody>
        </table>
      </div>
      {others ? <EndOthers /> : <p class="muted">{texts.onlyHere}</p>}
    </section>
  );
}

function SessionRow({ kind, createdAt, expiresAt, isThis }: OpenSession) {
  const texts = useTexts(myAccountTexts);
  const { language } = usePageContext();
  const at = (moment: Date) => (
    <time dateTime={moment.toISOString()}>{formatShortDateTime(moment, { language, zone })}</time>
  );
  return (
    <tr>
      <th scope="row">
        {texts[kind]} {isThis ? <span class="badge">{texts.here}</span> : null}
      </th>
      <td>{at(createdAt)}</td>
      <td>{at(expiresAt)}</td>
    </tr>
  );
}

function EndOthers() {
  const texts = useTexts(myAccountTexts);
  return (
    <PostForm action="/account/sessions/end-others">
      <Actions>
        <SubmitButton variant="second">{texts.endOthers}</SubmitButton>
      </Actions>
    </PostForm>
  );
}
