import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MailDocument } from '../../src/mail/mail-document.js';
import { MailBlockView } from './mail-block.js';
import { darkScheme, mailStyle as style } from './mail-style.js';

export interface MailHtmlProps {
  readonly document: MailDocument;
  readonly language: 'nl' | 'en';
}

/** A complete HTML mail: one column, light and dark, nothing loaded from elsewhere, nothing that reports its reading. */
export function renderHtml(props: MailHtmlProps): string {
  return `<!DOCTYPE html>\n${renderToString(<MailPage {...props} />)}\n`;
}

function MailPage({ document, language }: MailHtmlProps): JSX.Element {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{document.subject}</title>
        <style>{darkScheme}</style>
      </head>
      <body class="m-page" style={style.body}>
        {document.preheader && (
          <div style={style.preheader} aria-hidden="true">
            {document.preheader}
          </div>
        )}
        <table role="presentation" class="m-page" style={style.outer}>
          <tbody>
            <tr>
              <td style="padding:24px 12px;">
                <MailCard document={document} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function MailCard({ document }: Pick<MailHtmlProps, 'document'>): JSX.Element {
  return (
    <table role="presentation" class="m-card" style={style.card}>
      <tbody>
        <tr>
          <td class="m-text" style={style.cell}>
            {document.greeting && <p style={style.paragraph}>{document.greeting}</p>}
            {document.blocks.map((block) => (
              <MailBlockView block={block} />
            ))}
            <hr class="m-line" style={style.divider} />
            {document.footer.map((line) => (
              <p class="m-muted" style={style.footer}>
                {line}
              </p>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
