import type { VNode } from 'preact';
import { frameOf } from '../studies/study-frame.js';
import type { StudyScope } from '../studies/study-scope.js';
import { page, type PageResult } from '../web/page.js';

/** A page of the sounding board's section of a study. */
export function boardPage(
  scope: StudyScope,
  body: VNode,
  { title, status }: { readonly title: string; readonly status?: number | undefined },
): PageResult {
  return page(body, {
    title,
    layout: 'app',
    section: 'board',
    study: frameOf(scope),
    ...(status && { status }),
  });
}

/** The address of a study's sounding board, or of what stands below it. */
export const boardPath = (study: string, below = ''): string =>
  `/studies/${encodeURIComponent(study)}/board${below}`;

export const meetingPath = (study: string, id: string, below = ''): string =>
  boardPath(study, `/meetings/${id}${below}`);
