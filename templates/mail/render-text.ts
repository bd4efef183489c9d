import type { BlockOf, MailBlock, MailDocument } from '../../src/mail/mail-document.js';
import { wrapText } from './wrap-text.js';

const width = 72;

/**
 * The mail as real plain text: at most 72 characters a line (RFC 5322 2.1.1 asks for 78), every address whole
 * and on a line of its own, so that a mail program makes it pressable. Lines end in `\n`.
 */
export function renderText(document: MailDocument): string {
  const parts = [
    ...(document.greeting ? [wrapText(document.greeting, { width })] : []),
    ...document.blocks.map(blockText),
    '-- ',
    ...document.footer.map((line) => wrapText(line, { width })),
  ];
  return `${parts.join('\n\n').replace('\n\n-- \n\n', '\n\n-- \n')}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapText(block.text, { width });
    case 'heading':
      return underlined(block.text);
    case 'facts':
      return factsText(block);
    case 'button':
    case 'link':
      return `${wrapText(`${block.label}:`, { width })}\n${block.url}`;
    case 'list':
      return block.items.map((item) => wrapText(item, { width, first: '- ', next: '  ' })).join('\n');
    case 'agenda':
      return agendaText(block);
    case 'note':
      return wrapText(block.text, { width, first: '! ', next: '  ' });
    case 'divider':
      return '- - -';
  }
}

function underlined(text: string): string {
  const heading = wrapText(text, { width });
  const longest = Math.max(...heading.split('\n').map((line) => line.length));
  return `${heading}\n${'='.repeat(longest)}`;
}

/** Values beneath each other when the labels are short; beneath their label otherwise. */
function factsText({ facts }: BlockOf<'facts'>): string {
  const column = Math.max(...facts.map(({ label }) => label.length)) + 2;
  if (column > 20) return facts.map(({ label, value }) => `${label}:\n${indented(value, '  ')}`).join('\n');
  return facts
    .map(({ label, value }) =>
      wrapText(value, { width, first: `${label}:`.padEnd(column), next: ' '.repeat(column) }),
    )
    .join('\n');
}

function agendaText({ items }: BlockOf<'agenda'>): string {
  const column = Math.max(...items.map(({ time }) => time.length)) + 2;
  const next = ' '.repeat(column);
  return items
    .map(({ time, title, details }) => {
      const lines = [wrapText(title, { width, first: time.padEnd(column), next })];
      if (details.length > 0) lines.push(indented(details.join(', '), next));
      return lines.join('\n');
    })
    .join('\n');
}

const indented = (text: string, first: string): string => wrapText(text, { width, first });
