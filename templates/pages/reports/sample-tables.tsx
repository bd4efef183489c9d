import { Scroll } from '../../partials/data-table.js';
import { useTexts } from '../../partials/page-context.js';
import type { SampleAxis, SampleProps } from './sample-page.js';
import { sampleTexts } from './sample.texts.js';

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** Targets, the quotas under them and what was held, by role. */
export function RoleTable({ sample, roles, quotas }: SampleProps) {
  const texts = useTexts(sampleTexts);
  const rows = roles.map(({ code, label }) => ({
    label,
    target: sample.planned.byRole[code] ?? 0,
    quota: sum(quotas.filter(({ role }) => role === code).map(({ target }) => target)),
    held: sample.realised.byRole[code] ?? 0,
  }));
  const total = {
    label: texts.total,
    target: sample.planned.total,
    quota: sum(rows.map(({ quota }) => quota)),
    held: sample.realised.total,
  };
  return (
    <Scroll label={texts.roleCaption}>
      <table>
        <caption class="vh">{texts.roleCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.role}</th>
            {[texts.target, texts.quotas, texts.held, texts.toGo].map((header) => (
              <th scope="col" class="end" key={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RoleRow key={row.label} {...row} />
          ))}
        </tbody>
        <tfoot>
          <RoleRow {...total} />
        </tfoot>
      </table>
    </Scroll>
  );
}

interface RoleNumbers {
  readonly label: string;
  readonly target: number;
  readonly quota: number;
  readonly held: number;
}

function RoleRow({ label, target, quota, held }: RoleNumbers) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="end">{target}</td>
      <td class="end">{quota}</td>
      <td class="end">{held}</td>
      <td class="end">{Math.max(0, target - held)}</td>
    </tr>
  );
}

/** Quotas by site and role with their sums, and what was held at each site. */
export function SiteTable(props: SampleProps) {
  const texts = useTexts(sampleTexts);
  const { sample, roles, sites, quotas } = props;
  const { planned, realised } = sample;
  return (
    <Scroll label={texts.siteCaption}>
      <table>
        <caption class="vh">{texts.siteCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.site}</th>
            {[...roles.map(({ label }) => label), texts.sum, texts.held].map((header) => (
              <th scope="col" class="end" key={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <SiteRow key={site.code} {...props} site={site} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            {roles.map(({ code }) => (
              <td class="end" key={code}>
                {sum(quotas.filter(({ role }) => role === code).map(({ target }) => target))}
              </td>
            ))}
            <td class="end">
              <b>{sum(Object.values(planned.bySite))}</b>
            </td>
            <td class="end">{realised.total}</td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

function SiteRow({ site, sample, roles, quotas }: SampleProps & { readonly site: SampleAxis }) {
  const { planned, realised } = sample;
  const own = new Map(
    quotas.filter((quota) => quota.site === site.code).map((quota) => [quota.role, quota.target]),
  );
  return (
    <tr>
      <th scope="row">{site.label}</th>
      {roles.map(({ code }) => (
        <td class="end" key={code}>
          {own.get(code) ?? 0}
        </td>
      ))}
      <td class="end">
        <b>{planned.bySite[site.code] ?? 0}</b>
      </td>
      <td class="end">{realised.bySite[site.code] ?? 0}</td>
    </tr>
  );
}
