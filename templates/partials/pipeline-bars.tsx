import { formatNumber } from './format.js';
import { useHref, usePageContext } from './page-context.js';

export interface PipelineStage {
  readonly label: string;
  readonly count: number;
  readonly href?: string;
}

/** How many are in each stage; the fullest stage fills the bar. */
export function PipelineBars({ stages }: { readonly stages: readonly PipelineStage[] }) {
  const { language } = usePageContext();
  const href = useHref();
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <ul class="pipeline" role="list">
      {stages.map(({ label, count, href: path }) => (
        <li key={label}>
          {path ? <a href={href(path)}>{label}</a> : <span>{label}</span>}
          <progress max={most} value={count} aria-hidden="true" />
          <b>{formatNumber(count, language)}</b>
        </li>
      ))}
    </ul>
  );
}

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** A bar with its numbers in words beside it. */
export function Progress({ label, value, max }: ProgressProps) {
  const { language } = usePageContext();
  return (
    <div class="progress">
      <span>{label}</span>
      <progress max={Math.max(max, 1)} value={Math.min(value, max)} aria-label={label} />
      <b>
        {formatNumber(value, language)} / {formatNumber(max, language)}
      </b>
    </div>
  );
}
