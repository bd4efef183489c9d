import { LanguageForm, ThemeForm } from './preference-forms.js';
import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts } from './page-context.js';
import { PostForm } from './post-form.js';

/** Who is signed in, and what they may set for themselves. */
export function UserMenu() {
  const texts = useTexts(layoutTexts);
  const { viewer } = usePageContext();
  if (!viewer) return null;
  return (
    <details class="menu user-menu">
      <summary>
        <span class="avatar" aria-hidden="true">
          {initialsOf(viewer.name)}
        </span>
        <span class="user-name">
          <span class="vh">{texts.account('')}</span>
          {viewer.name}
        </span>
      </summary>
      <div class="menu-panel">
        <p class="menu-title">{viewer.email}</p>
        <a class="menu-item" href="/account">
          {texts.settings}
        </a>
        <LanguageForm />
        <ThemeForm />
        <PostForm action="/sign-out">
          <button class="menu-item" type="submit">
            {texts.signOut}
          </button>
        </PostForm>
      </div>
    </details>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
