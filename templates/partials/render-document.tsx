import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageLayout } from '../../src/web/page.js';
import { AppLayout } from './app-layout.js';
import { PageContextProvider, type PageContext } from './page-context.js';
import { PlainLayout } from './plain-layout.js';
import { PublicLayout } from './public-layout.js';

export interface Document {
  readonly context: PageContext;
  readonly title: string;
  readonly layout: PageLayout;
  readonly body: VNode;
}

const layouts = { app: AppLayout, plain: PlainLayout, public: PublicLayout } as const;

/** A whole HTML page. */
export function renderDocument({ context, title, layout, body }: Document): string {
  const Layout = layouts[layout];
  const html = renderToString(
    <PageContextProvider value={context}>
      <html lang={context.language} data-theme={context.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {layout === 'app' ? null : <meta name="robots" content="noindex, nofollow" />}
          <title>{layout === 'public' ? title : `${title} · Veldwerk`}</title>
          <link rel="icon" href={context.assets.icon} type="image/svg+xml" />
          <link rel="stylesheet" href={context.assets.stylesheet} />
        </head>
        <body>
          <Layout>{body}</Layout>
        </body>
      </html>
    </PageContextProvider>,
  );
  return `<!doctype html>${html}`;
}
