import type { VNode } from 'preact';
import type { DomainError } from '../../../src/kernel/http/domain-error.js';
import type { Language } from '../../../src/kernel/text/language.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { errorTexts } from './error-page.texts.js';

interface Refusal {
  /** Absent: nobody foresaw it. */
  readonly error?: DomainError;
  readonly requestId: string;
}

/** The page for an error, and its title in the language of the reader. */
export function errorPage({ language, ...refusal }: Refusal & { readonly language: Language }): {
  readonly title: string;
  readonly body: VNode;
} {
  const title = errorTexts[language][refusal.error?.kind ?? 'unexpected'].title;
  return { title, body: <ErrorView {...refusal} /> };
}

function ErrorView({ error, requestId }: Refusal) {
  const texts = useTexts(errorTexts);
  const { language } = usePageContext();
  const words = texts[error?.kind ?? 'unexpected'];
  return (
    <section class="card error-card">
      <h1>{words.title}</h1>
      <p>{error?.texts?.[language] ?? words.text}</p>
      <FaultList error={error} />
      {error ? null : <p class="muted">{texts.reference(requestId)}</p>}
      <NextStep />
    </section>
  );
}

function FaultList({ error }: Pick<Refusal, 'error'>) {
  const texts = useTexts(errorTexts);
  if (!error?.faults?.length) return null;
  return (
    <>
      <p>{texts.faults}</p>
      <ul>
        {error.faults.map(({ path, message }) => (
          <li key={path}>{path ? `${path}: ${message}` : message}</li>
        ))}
      </ul>
    </>
  );
}

/** Whoever came by a link has nothing else to go to here. */
function NextStep() {
  const texts = useTexts(errorTexts);
  const { viewer, path } = usePageContext();
  if (/^\/[rm]\//.test(path)) return null;
  return (
    <p class="actions">
      <a class="btn" href={viewer ? '/' : '/sign-in'}>
        {viewer ? texts.home : texts.signIn}
      </a>
    </p>
  );
}
