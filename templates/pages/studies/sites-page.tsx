import type { VisitAddress } from '../../../src/studies/study-parts.js';
import { Badge, type Tone } from '../../partials/badge.js';
import { LinkButton, SubmitButton } from '../../partials/buttons.js';
import { DataTable } from '../../partials/data-table.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { sitesTexts } from './sites.texts.js';

export type SitePermission = 'not-asked' | 'asked' | 'granted' | 'refused';

export interface SiteRow {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly sizeClass: 'small' | 'medium' | 'large';
  readonly visitAddress: VisitAddress;
  readonly permission: SitePermission;
}

export interface SitesProps {
  readonly code: string;
  readonly sites: readonly SiteRow[];
  readonly mayChange: boolean;
}

export const sitesPage = (props: SitesProps) => <SitesView {...props} />;

function SitesView({ code, sites, mayChange }: SitesProps) {
  const texts = useTexts(sitesTexts);
  return (
    <>
      <PageHead
        title={texts.title}
        intro={texts.intro}
        actions={
          mayChange ? (
            <LinkButton href={`/studies/${code}/definition`} variant="second">
              {texts.definition}
            </LinkButton>
          ) : null
        }
      />
      <section class="card">
        <DataTable
          caption={texts.caption}
          hideCaption
          rows={sites}
          rowKey={(site) => site.code}
          columns={[
            { header: texts.site, cell: (site) => <SiteName {...site} />, isRowHeader: true },
            { header: texts.municipality, cell: (site) => site.municipality },
            { header: texts.size, cell: (site) => texts.sizes[site.sizeClass] },
            { header: texts.address, cell: (site) => addressOf(site.visitAddress) },
            {
              header: texts.permission,
              cell: (site) =>
                mayChange ? <PermissionForm code={code} site={site} /> : <Permission {...site} />,
            },
          ]}
        />
      </section>
    </>
  );
}

function SiteName({ code, name }: SiteRow) {
  return (
    <>
      {name} <span class="muted">{code}</span>
    </>
  );
}

const addressOf = ({ street, postalCode, city }: VisitAddress) => `${street}, ${postalCode} ${city}`;

const tones: Readonly<Record<SitePermission, Tone>> = {
  'not-asked': 'neutral',
  asked: 'info',
  granted: 'ok',
  refused: 'bad',
};

function Permission({ permission }: Pick<SiteRow, 'permission'>) {
  const texts = useTexts(sitesTexts);
  return <Badge tone={tones[permission]}>{texts.permissions[permission]}</Badge>;
}

/** A form per row, so that it needs a name of its own for those who hear it. */
function PermissionForm({ code, site }: { readonly code: string; readonly site: SiteRow }) {
  const texts = useTexts(sitesTexts);
  return (
    <PostForm action={`/studies/${code}/sites/${site.code}/permission`} class="inline-form">
      <select name="permission" aria-label={texts.permissionOf(site.name)}>
        {(Object.keys(tones) as SitePermission[]).map((permission) => (
          <option key={permission} value={permission} selected={permission === site.permission}>
            {texts.permissions[permission]}
          </option>
        ))}
      </select>
      <SubmitButton variant="second" small>
        {texts.save}
      </SubmitButton>
    </PostForm>
  );
}
