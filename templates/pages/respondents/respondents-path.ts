import { usePageContext } from '../../partials/page-context.js';

/** Where the respondents of the page's study are. */
export function useRespondentsPath(): string {
  const { study } = usePageContext();
  return `/studies/${encodeURIComponent(study?.code ?? '')}/respondents`;
}
