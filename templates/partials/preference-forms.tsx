import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts, type Theme } from './page-context.js';
import { PostForm } from './post-form.js';

/** Switches to the other language, and comes back to this page. */
export function LanguageForm() {
  const texts = useTexts(layoutTexts);
  const { language, path } = usePageContext();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <PostForm action="/language">
      <input type="hidden" name="returnTo" value={path} />
      <button class="menu-item" type="submit" name="language" value={other} lang={other}>
        {texts.otherLanguage}
      </button>
    </PostForm>
  );
}

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Light, dark, or what the device says. */
export function ThemeForm() {
  const texts = useTexts(layoutTexts);
  const { theme, path } = usePageContext();
  return (
    <PostForm action="/theme">
      <input type="hidden" name="returnTo" value={path} />
      <fieldset class="segments">
        <legend>{texts.theme}</legend>
        {themes.map((choice) => (
          <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
            {texts[choice]}
          </button>
        ))}
      </fieldset>
    </PostForm>
  );
}
