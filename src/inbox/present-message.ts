import type { z } from 'zod';
import { reasonTexts } from '../../templates/pages/inbox/reason.texts.js';
import type { Language } from '../kernel/text/language.js';
import type { InboxMessage } from './inbox.read-model.js';
import type { inboxMessageView } from './inbox.schema.js';

/** A mail as the API tells of it. */
export function presentMessage(message: InboxMessage, language: Language): z.input<typeof inboxMessageView> {
  const { id, receivedAt, outcome, reason, status, respondent, about, proposed, obstacle, summary } = message;
  return {
    id,
    outcome,
    status,
    respondent,
    receivedAt: receivedAt.toISOString(),
    reason: reasonTexts[language][reason],
    appointment: about?.subject === 'appointment' ? about.id : null,
    meeting: about?.subject === 'meeting' ? about.id : null,
    proposed: proposed && { start: proposed.start.toISOString(), end: proposed.end.toISOString() },
    obstacle: obstacle?.texts[language] ?? null,
    actions: actionsOf(message),
    from: summary?.from ?? null,
    subject: summary?.subject ?? null,
    words: summary?.words || null,
  };
}

function actionsOf({ can, status }: InboxMessage) {
  const actions = (['accept', 'refuse', 'recognise'] as const).filter((action) => can[action]);
  return status === 'waiting' ? [...actions, 'dismiss' as const] : actions;
}
