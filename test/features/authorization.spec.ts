import type { LightMyRequestResponse } from 'fastify';
import type { RouteDescription } from '../../src/kernel/http/routes.js';
import { liveIn } from '../support/lived-in-study.js';
import { makeOtherStudy } from '../support/other-study.js';
import { routesOfApp } from '../support/page-routes.js';
import { askAs, outsiderAddress, type Question, type ReaderName } from '../support/reader.js';
import { RunningProduct } from '../support/running-product.js';
import { routeRules, type RouteRule, type Subjects, type Who } from './route-rules.js';

const readers: readonly ReaderName[] = [
  'nobody',
  'outsider',
  'observer',
  'interviewer',
  'coordinator',
  'owner',
];
const planners: readonly ReaderName[] = ['coordinator', 'owner'];
const admitted: Readonly<Record<Who, readonly ReaderName[]>> = {
  anybody: readers,
  link: readers,
  'signed-in': readers.slice(1),
  installation: ['owner'],
  team: ['observer', 'interviewer', ...planners],
  seeing: ['interviewer', ...planners],
  planning: planners,
  'planning-somewhere': ['outsider', ...planners],
};

interface Person {
  readonly id: string;
  /** Matches the name, the address and the phone number. */
  readonly words: RegExp;
}

describe('every route', () => {
  let product: RunningProduct;
  let study: Subjects;
  let routes: readonly RouteDescription[];
  let people: readonly Person[];
  const met = new Map<ReaderName, ReadonlySet<string>>();

  const keyOf = ({ method, path }: RouteDescription): string => `${method.toUpperCase()} ${path}`;
  const rows = <Row>(sql: string, values: unknown[] = []) =>
    product.orm.em.fork().execute<Row[]>(sql, values);

  beforeAll(async () => {
    product = await RunningProduct.start();
    const lived = await liveIn(product);
    const [failed] = await rows<{ id: string }>(
      `select id from outbox_message where status = 'failed' limit 1`,
    );
    const definition = await askAs(product, 'owner', { method: 'GET', url: '/studies/STP/study.yaml' });
    const [other] = await rows<{ id: string }>(
      `select id from appointment where interviewer_id <> ? limit 1`,
      [product.accountOf('interviewer')],
    );
    study = {
      ...lived,
      heldByOther: other!.id,
      member: product.accountOf('coordinator'),
      sentMail: failed!.id,
      studyFile: definition.body,
    };
    // With a coordinator who has no role in the first.
    await makeOtherStudy(product, { 'onderzoeker1@example.org': outsiderAddress });
    people = await readPeople();
    routes = routesOfApp(product.app);
  });
  afterAll(() => product.stop());

  async function readPeople(): Promise<readonly Person[]> {
    const found = await rows<{ id: string; interviewer: string | null }>(
      `select r.id, a.interviewer_id as interviewer from respondent r
       left join appointment a on a.respondent_id = r.id`,
    );
    const interviewer = product.accountOf('interviewer');
    const theirs = found.filter((one) => one.interviewer === interviewer);
    met.set('interviewer', new Set(theirs.map(({ id }) => id)));
    return Promise.all([...new Set(found.map(({ id }) => id))].map((id) => describePerson(id)));
  }

  async function describePerson(id: string): Promise<Person> {
    const { contact } = await product.api<{ contact: Record<string, string> }>('GET', `/respondents/${id}`);
    const words = [contact.name, contact.email, contact.phone].filter((word) => word !== undefined);
    const patterns = words.map((word) => word.replaceAll(/[.+]/g, String.raw`\$&`));
    return { id, words: new RegExp(`(?:${patterns.join('|')})(?!\\d)`) };
  }

  function linkOf(path: string, method: string): string {
    if (method !== 'get') return 'x'.repeat(43);
    if (path.startsWith('/m/')) return tokenOf(study.memberLink);
    if (path.startsWith('/calendars/')) return tokenOf(study.feedLink);
    if (path.startsWith('/welcome/')) return tokenOf(study.welcomeLink);
    return tokenOf(path.endsWith('/check') ? study.waiting.link : study.booked.link);
  }

  function questionFor({ method, path }: RouteDescription, rule: RouteRule, code = 'STP'): Question {
    const url = path
      .replace(':study', code)
      .replace(':site', 'ZWO')
      .replace(':member', study.member)
      .replace(':item', study.agendaItem)
      .replace(':feed', 'account')
      .replace(':token', linkOf(path, method))
      .replace(':id', rule.id?.(study) ?? 'no-id');
    const body =
      rule.body === 'studyFile'
        ? study.studyFile
        : typeof rule.body === 'object'
          ? (JSON.parse(JSON.stringify(rule.body).replaceAll('member"', `${study.member}"`)) as object)
          : rule.body;
    return { method: method.toUpperCase(), url: url + (rule.query ?? ''), body };
  }

  /** What each table holds, but for sessions and what the queue does on its own. */
  async function fingerprint(): Promise<string> {
    const tables = await rows<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_name not in ('session', 'sign_in_attempt') order by 1`,
    );
    const sums = tables.map(({ name }) =>
      rows(
        `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from "${name}" t`,
      ),
    );
    return JSON.stringify(await Promise.all(sums));
  }

  function refusal({ path }: RouteDescription, { method }: Question, reader: ReaderName, who: Who): number {
    if (reader === 'nobody') return method === 'GET' && !path.startsWith('/api/') ? 303 : 401;
    return reader === 'outsider' && who !== 'installation' ? 404 : 403;
  }

  const faultsOf = async (
    judge: (route: RouteDescription, rule: RouteRule) => Promise<readonly string[]>,
  ) => {
    const faults: string[] = [];
    for (const route of routes) {
      const rule = routeRules[keyOf(route)];
      if (rule) faults.push(...(await judge(route, rule)));
    }
    return faults;
  };

  const leaks = (reader: ReaderName, own: string, { body }: LightMyRequestResponse): boolean =>
    people.some(({ id, words }) => id !== own && !met.get(reader)?.has(id) && words.test(body));

  const ownerOfLink = ({ url }: Question): string =>
    [study.waiting, study.booked].find(({ link }) => url.includes(tokenOf(link)))?.id ?? '';

  it('says who gets an answer', () => {
    expect(routes.map(keyOf).toSorted()).toEqual(Object.keys(routeRules).toSorted());
  });

  it('refuses everybody else, whatever they ask, and changes nothing', async () => {
    const before = await fingerprint();
    const faults = await faultsOf(async (route, rule) => {
      const question = questionFor(route, rule);
      const found: string[] = [];
      for (const reader of readers.filter((one) => !admitted[rule.who].includes(one))) {
        const answer = await askAs(product, reader, question);
        const expected = refusal(route, question, reader, rule.who);
        if (answer.statusCode !== expected || leaks(reader, '', answer))
          found.push(`${reader}: ${keyOf(route)} answered ${answer.statusCode}, not ${expected}`);
      }
      return found;
    });
    expect(faults).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it('of one study does not open what belongs to another', async () => {
    const before = await fingerprint();
    const faults = await faultsOf(async (route, rule) => {
      if (!/:study\/.*:(id|site|member|item)/.test(route.path)) return [];
      const { statusCode } = await askAs(product, 'outsider', questionFor(route, rule, 'ANDER'));
      return statusCode === 404 ? [] : [`${keyOf(route)} answered ${statusCode}`];
    });
    expect(faults).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it('takes no form that another page made', async () => {
    const before = await fingerprint();
    const faults = await faultsOf(async (route, rule) => {
      if (route.method === 'get' || route.path.startsWith('/api/') || route.isPublic) return [];
      const { statusCode } = await askAs(product, 'owner', { ...questionFor(route, rule), isForged: true });
      return statusCode === 403 ? [] : [`${keyOf(route)} answered ${statusCode}`];
    });
    expect(faults).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it('behind a link may be opened by a mail scanner as often as it likes', async () => {
    const before = await fingerprint();
    const faults = await faultsOf(async (route, rule) => {
      if (rule.who !== 'link' || route.method !== 'get') return [];
      const question = questionFor(route, rule);
      const answers = [await askAs(product, 'nobody', question), await askAs(product, 'nobody', question)];
      return answers
        .filter((answer) => answer.statusCode !== 200 || leaks('nobody', ownerOfLink(question), answer))
        .map(({ statusCode }) => `${keyOf(route)} answered ${statusCode}`);
    });
    expect(faults).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it.each(['reads', 'writes'])(
    'that %s answers who may ask, without names that are not for them',
    async (what) => {
      const faults = await faultsOf(async (route, rule) => {
        if ((route.method === 'get') !== (what === 'reads')) return [];
        const found: string[] = [];
        for (const reader of admitted[rule.who]) {
          const question = questionFor(route, rule);
          const answer = await askAs(product, reader, question);
          const isPlanner = planners.includes(reader);
          const isLeak = !isPlanner && leaks(reader, ownerOfLink(question), answer);
          if (!isAnswered(route, rule, answer.statusCode) || isLeak)
            found.push(
              `${reader}: ${keyOf(route)} answered ${answer.statusCode}${isLeak ? ' with a name' : ''}`,
            );
        }
        return found;
      });
      expect(faults).toEqual([]);
    },
  );
});

const tokenOf = (link: string): string => new URL(link).pathname.split('/')[2]!.replace('.ics', '');

/** Reading is answered; writing may be refused for what was sent, never for who sent it. */
function isAnswered({ method, path }: RouteDescription, { who }: RouteRule, status: number): boolean {
  if (who === 'link') return method === 'get' ? status === 200 : status === 404 || status === 410;
  if (method === 'get') return path === '/' ? status === 303 : status === 200;
  return status < 500 && ![401, 403, 404].includes(status);
}
