import { layoutTexts } from './layout.texts.js';
import { usePageContext, useTexts, type Section } from './page-context.js';

const ofStudy = [
  'overview',
  'respondents',
  'appointments',
  'inbox',
  'sample',
  'board',
  'outbox',
  'team',
] as const;

/** What an observer, who sees progress only, may not open. */
const ofRespondents: ReadonlySet<string> = new Set(['respondents', 'appointments', 'inbox', 'outbox']);

/** What only those who plan may open. */
const ofPlanning: ReadonlySet<string> = new Set(['inbox']);

interface Item {
  readonly section: Section;
  readonly href: string;
  readonly label: string;
}

export function SideNavigation() {
  const texts = useTexts(layoutTexts);
  const items = useItems();
  if (items.length === 0) return null;
  return (
    <nav class="sections" aria-label={texts.navigation}>
      <ul role="list">
        {items.map((item) => (
          <li key={item.section}>
            <SectionLink {...item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionLink({ section, href, label }: Item) {
  const current = usePageContext().section === section;
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  );
}

function useItems(): readonly Item[] {
  const texts = useTexts(layoutTexts);
  const { study, viewer, mailIsCaptured } = usePageContext();
  const base = study && `/studies/${encodeURIComponent(study.code)}`;
  const mailbox: Item[] =
    mailIsCaptured && viewer?.mayCreateStudies
      ? [{ section: 'mailbox', href: '/mailbox', label: texts.mailbox }]
      : [];
  if (!base) return [{ section: 'studies', href: '/studies', label: texts.studies }, ...mailbox];
  const plans = study.role === 'owner' || study.role === 'coordinator';
  const sees = plans || study.role === 'interviewer';
  const open = ofStudy.filter(
    (section) => (sees || !ofRespondents.has(section)) && (plans || !ofPlanning.has(section)),
  );
  const items = open.map((section) => ({
    section,
    href: section === 'overview' ? base : `${base}/${section}`,
    label: texts[section],
  }));
  return [...items.slice(0, -1), ...mailbox, ...items.slice(-1)];
}
