import type { ComponentChildren } from 'preact';
import { FlashMessage } from './flash-message.js';
import { layoutTexts } from './layout.texts.js';
import { useTexts } from './page-context.js';
import { LanguageForm } from './preference-forms.js';

/** Neither signed in nor invited: signing in, and errors for strangers. */
export function PlainLayout({ children }: { children: ComponentChildren }) {
  const texts = useTexts(layoutTexts);
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="bar">
        <div>
          <a class="brand" href="/">
            Veldwerk
          </a>
          <LanguageForm />
        </div>
      </header>
      <main class="narrow" id="content" tabIndex={-1}>
        <FlashMessage />
        {children}
      </main>
    </>
  );
}
