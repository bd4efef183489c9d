import type { ComponentChildren } from 'preact';
import { FlashMessage } from './flash-message.js';
import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts, withLanguage } from './page-context.js';

/** Behind a link with a token: who asks, the other language, and nothing of the application around it. */
export function PublicLayout({ children }: { children: ComponentChildren }) {
  const texts = useTexts(layoutTexts);
  const { study, language, path } = usePageContext();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="bar">
        <div>
          <p class="brand">
            {study?.title ?? 'Veldwerk'}
            {study?.organisation ? <small>{study.organisation}</small> : null}
          </p>
          <a class="language" href={withLanguage(path, other)} lang={other} hreflang={other}>
            {texts.otherLanguage}
          </a>
        </div>
      </header>
      <main class="narrow" id="content" tabIndex={-1}>
        <FlashMessage />
        {children}
      </main>
    </>
  );
}
