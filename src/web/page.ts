import type { VNode } from 'preact';
import type { Section, StudyFrame } from '../../templates/partials/page-context.js';

export type PageLayout = 'app' | 'plain' | 'public';

export interface PageOptions {
  /** Without the product's name. */
  readonly title: string;
  /** `app`: signed in, with navigation; `public`: behind a link with a token; `plain`: neither, as signing in. */
  readonly layout: PageLayout;
  readonly section?: Section;
  readonly study?: StudyFrame;
  /** Default: the status of the handler. */
  readonly status?: number;
  /** The page shows other HTML of our own in a sandboxed frame. */
  readonly hasFrame?: boolean;
}

/** What a handler returns to show a page; the interceptor makes HTML of it. */
export class PageResult {
  constructor(
    readonly body: VNode,
    readonly options: PageOptions,
  ) {}
}

export const page = (body: VNode, options: PageOptions): PageResult => new PageResult(body, options);
