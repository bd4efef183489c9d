import type { HistoryEntry } from '../../../src/respondents/respondent-history.read-model.js';
import type { RespondentStatus } from '../../../src/respondents/respondent-status.js';
import { formatDateTime, type TimeStyle } from '../../partials/format.js';
import { historyTexts } from './history.texts.js';
import { statusTexts } from './status.texts.js';

type Entry = Pick<HistoryEntry, 'kind' | 'data'>;
type Kind = keyof (typeof historyTexts)['nl']['kinds'];

/** What happened, in a sentence; a kind without words of its own is named as the ledger has it. */
export function sayHistory({ kind, data }: Entry, style: TimeStyle): string {
  const texts = historyTexts[style.language];
  if (!(kind in texts.kinds)) return texts.other(kind);
  if (kind === 'respondent.changed' && Array.isArray(data.fields))
    return texts.changed(sayFields(data.fields, style));
  if (kind === 'respondent.status-changed') return sayStatus(data, style);
  if (kind === 'offer.sent' && typeof data.slots === 'number') return texts.slots(data.slots);
  return sayMoment(texts.kinds[kind as Kind], { kind, data }, style);
}

function sayFields(fields: readonly unknown[], { language }: TimeStyle): string {
  const words: Readonly<Record<string, string>> = historyTexts[language].fields;
  return fields.map((field) => words[String(field)] ?? String(field)).join(', ');
}

function sayStatus(data: Entry['data'], { language }: TimeStyle): string {
  const words = statusTexts[language];
  const [from, to] = [words[data.from as RespondentStatus], words[data.to as RespondentStatus]];
  return data.undo === true ? historyTexts[language].undone(to) : historyTexts[language].status(from, to);
}

/** Appointments are recorded with their start, and moved ones with the start they had. */
function sayMoment(sentence: string, { kind, data }: Entry, style: TimeStyle): string {
  const texts = historyTexts[style.language];
  const start = moment(data.start, style);
  const from = moment(data.from, style);
  if (kind === 'appointment.moved' && start && from) return texts.moved(from, start);
  return start ? texts.at(sentence, start) : sentence;
}

function moment(value: unknown, style: TimeStyle): string | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) ? formatDateTime(at, style) : undefined;
}
