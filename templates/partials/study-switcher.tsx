import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts } from './page-context.js';

/** The study that the page is about; a menu when there are others to go to. */
export function StudySwitcher() {
  const texts = useTexts(layoutTexts);
  const { study, viewer } = usePageContext();
  const others = (viewer?.studies ?? []).filter(({ code }) => code !== study?.code);
  if (!study) return null;
  if (others.length === 0 && !viewer?.mayCreateStudies) return <p class="study-name">{study.title}</p>;
  return (
    <details class="menu">
      <summary>
        <span class="study-name">{study.title}</span>
      </summary>
      <div class="menu-panel">
        <p class="menu-title">{texts.switchStudy}</p>
        <ul role="list">
          {others.map(({ code, title }) => (
            <li key={code}>
              <a href={`/studies/${encodeURIComponent(code)}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="/studies">{texts.studies}</a>
          </li>
        </ul>
      </div>
    </details>
  );
}
