import type { Language } from '../../../src/kernel/text/language.js';

const own = { nl: 'Veldwerk: mijn afspraken', en: 'Veldwerk: my appointments' } as const;

/** What a calendar calls the feeds of somebody in the team. */
export const ownFeedName = (language: Language): string => own[language];

export const studyFeedName = ({ title }: { readonly title: string }): string => title;

export const siteFeedName = (
  study: { readonly title: string },
  { name }: { readonly name: string },
): string => `${name} · ${study.title}`.slice(0, 300);

/** What a board member's calendar calls theirs. */
export const boardFeedName = (study: { readonly title: string }, board: string): string =>
  board === study.title ? board : `${board} · ${study.title}`.slice(0, 300);
