import type { VNode } from 'preact';
import type { Section } from '../../templates/partials/page-context.js';
import { frameOf } from '../studies/study-frame.js';
import type { StudyScope } from '../studies/study-scope.js';
import { page, type PageResult } from '../web/page.js';

/** A page of the planning of a study. */
export function planPage(
  scope: StudyScope,
  body: VNode,
  {
    title,
    status,
    section = 'appointments',
  }: { readonly title: string; readonly status?: number | undefined; readonly section?: Section },
): PageResult {
  return page(body, { title, layout: 'app', section, study: frameOf(scope), ...(status && { status }) });
}

/** The address of a study's appointments, or of what stands below it. */
export const appointmentsPath = (study: string, below = ''): string =>
  `/studies/${encodeURIComponent(study)}/appointments${below}`;
