import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../src/kernel/text/language.js';
import type { Viewer } from '../../src/web/viewer.js';
import type { Translation, Translations } from './define-texts.js';

export type Theme = 'auto' | 'light' | 'dark';

/** The study that a page is about. */
export interface StudyFrame {
  readonly code: string;
  readonly title: string;
  readonly organisation?: string;
  /** IANA name. */
  readonly timezone: string;
  /** The viewer's role in it; absent on public pages. */
  readonly role?: string;
}

/** Said once, after a redirect. */
export interface Flash {
  readonly kind: 'ok' | 'warn' | 'bad';
  readonly message: string;
  /** A form that takes back what was just done. */
  readonly undo?: { readonly action: string; readonly label: string };
}

export interface Assets {
  readonly stylesheet: string;
  readonly icon: string;
}

export type Section =
  | 'overview'
  | 'respondents'
  | 'appointments'
  | 'inbox'
  | 'sample'
  | 'board'
  | 'outbox'
  | 'mailbox'
  | 'team'
  | 'studies'
  | 'account';

/** What every view may know of the request it answers. */
export interface PageContext {
  readonly language: Language;
  /** The language came with the address, so links and forms on the page must carry it on. */
  readonly languageInAddress: boolean;
  readonly theme: Theme;
  readonly viewer?: Viewer;
  readonly csrfToken?: string;
  /** Path and query of this page. */
  readonly path: string;
  readonly study?: StudyFrame;
  readonly flash?: Flash;
  readonly section?: Section;
  /** Mail is captured, so there is a mailbox to look at. */
  readonly mailIsCaptured: boolean;
  readonly assets: Assets;
}

const Context = createContext<PageContext | undefined>(undefined);

export const PageContextProvider = Context.Provider;

export function usePageContext(): PageContext {
  const context = useContext(Context);
  if (!context) throw new Error('A view was rendered outside a page');
  return context;
}

/** The texts in the language of the reader. */
export const useTexts = <Original>(texts: Translations<Original>): Translation<Original> =>
  texts[usePageContext().language];

/** An address within the application; keeps `?lang=` where the page has it in its own address. */
export function useHref(): (path: string) => string {
  const { languageInAddress, language } = usePageContext();
  return (path) => (languageInAddress ? withLanguage(path, language) : path);
}

/** The same address in another language. */
export function withLanguage(path: string, language: Language): string {
  const url = new URL(path, 'http://localhost');
  url.searchParams.set('lang', language);
  return url.pathname + url.search + url.hash;
}
