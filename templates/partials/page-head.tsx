import type { ComponentChildren } from 'preact';
import { useHref } from './page-context.js';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageHeadProps {
  readonly title: ComponentChildren;
  /** Above the title: a step of a form. */
  readonly step?: string;
  readonly intro?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly breadcrumb?: readonly Crumb[];
}

/** The one `h1` of a page, the way to it, and what can be done here. */
export function PageHead({ title, step, intro, actions, breadcrumb = [] }: PageHeadProps) {
  return (
    <div class="head">
      <div>
        <Breadcrumb crumbs={breadcrumb} />
        {step ? <p class="step">{step}</p> : null}
        <h1>{title}</h1>
        {intro ? <p class="intro">{intro}</p> : null}
      </div>
      {actions ? <div class="actions">{actions}</div> : null}
    </div>
  );
}

function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const href = useHref();
  if (crumbs.length === 0) return null;
  return (
    <ol class="crumbs" role="list">
      {crumbs.map((crumb) => (
        <li key={crumb.href}>
          <a href={href(crumb.href)}>{crumb.label}</a>
        </li>
      ))}
    </ol>
  );
}
