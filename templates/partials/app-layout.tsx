import type { ComponentChildren } from 'preact';
import { FlashMessage } from './flash-message.js';
import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts } from './page-context.js';
import { SideNavigation } from './side-navigation.js';
import { StudySwitcher } from './study-switcher.js';
import { UserMenu } from './user-menu.js';

/** The signed-in application: sections at the side, on a phone behind a menu. */
export function AppLayout({ children }: { children: ComponentChildren }) {
  const texts = useTexts(layoutTexts);
  const { study } = usePageContext();
  return (
    <div class="app">
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="side">
        <div class="side-head">
          <a class="brand" href={study ? `/studies/${encodeURIComponent(study.code)}` : '/'}>
            Veldwerk
          </a>
          <StudySwitcher />
        </div>
        <SideNavigation />
        <UserMenu />
      </header>
      <main class="main" id="content" tabIndex={-1}>
        <FlashMessage />
        {children}
      </main>
    </div>
  );
}
