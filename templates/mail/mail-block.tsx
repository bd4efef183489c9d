import type { JSX } from 'preact';
import type { BlockOf, MailBlock } from '../../src/mail/mail-document.js';
import { mailStyle as style } from './mail-style.js';

/** One block of a mail as HTML that old mail programs lay out too: tables and inline styles, no images. */
export function MailBlockView({ block }: { readonly block: MailBlock }): JSX.Element {
  switch (block.kind) {
    case 'paragraph':
      return <p style={style.paragraph}>{block.text}</p>;
    case 'heading':
      return <h2 style={style.heading}>{block.text}</h2>;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'button':
      return <Button label={block.label} url={block.url} />;
    case 'link':
      return (
        <p style={style.paragraph}>
          <a class="m-link" style={style.link} href={block.url}>
            {block.label}
          </a>
        </p>
      );
    case 'list':
      return (
        <ul style={style.list}>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'agenda':
      return <Agenda columns={block.columns} items={block.items} />;
    case 'note':
      return (
        <p class="m-note" style={style.note}>
          {block.text}
        </p>
      );
    case 'divider':
      return <hr class="m-line" style={style.divider} />;
  }
}

function Facts({ facts }: Pick<BlockOf<'facts'>, 'facts'>): JSX.Element {
  return (
    <table style={style.facts}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr>
            <th scope="row" class="m-muted" style={style.label}>
              {label}
            </th>
            <td style={style.value}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The bare address stands beneath, for programs that show no buttons and readers who look before they press. */
function Button({ label, url }: Pick<BlockOf<'button'>, 'label' | 'url'>): JSX.Element {
  return (
    <>
      <p style="margin:24px 0 8px;">
        <a class="m-button" style={style.button} href={url}>
          {label}
        </a>
      </p>
      <p style="margin:0 0 24px;font-size:14px;">
        <a class="m-link" style={style.link} href={url}>
          {url}
        </a>
      </p>
    </>
  );
}

function Agenda({ columns, items }: Pick<BlockOf<'agenda'>, 'columns' | 'items'>): JSX.Element {
  return (
    <table style={style.agenda}>
      <thead>
        <tr>
          {[columns.time, columns.item].map((heading) => (
            <th scope="col" class="m-muted m-line" style={style.column}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ time, title, details }) => (
          <tr>
            <th scope="row" class="m-line" style={style.time}>
              {time}
            </th>
            <td class="m-line" style={style.item}>
              {title}
              {details.length > 0 && (
                <span class="m-muted" style={style.details}>
                  {details.join(', ')}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
