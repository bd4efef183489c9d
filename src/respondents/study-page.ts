import type { VNode } from 'preact';
import type { StudyScope } from '../studies/study-scope.js';
import { page, type PageResult } from '../web/page.js';

/** A page of the respondents' section of a study. */
export function studyPage(
  scope: StudyScope,
  body: VNode,
  { title, status }: { readonly title: string; readonly status?: number | undefined },
): PageResult {
  const { code, timezone, role } = scope;
  const study = { code, title: scope.title, timezone, role };
  return page(body, { title, layout: 'app', section: 'respondents', study, ...(status && { status }) });
}

/** The address of a study's respondents, or of what stands below it. */
export const respondentsPath = (study: string, below = ''): string =>
  `/studies/${encodeURIComponent(study)}/respondents${below}`;
