import { RespondentsModule } from '../../src/respondents/respondents.module.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { readExample, StudyApp } from '../support/study-app.js';
import { givenAppointment } from '../support/given-appointment.js';

interface Sample {
  readonly planned: { total: number; byRole: object; bySite: object };
  readonly stated: { source: string; unit: string; n: number; difference: number }[];
  readonly realised: { total: number; persons?: number; byRole: Record<string, number> };
  readonly discrepancies: { code: string; message: string; candidates: string[] }[];
}

const differing = ({ discrepancies }: Sample) =>
  discrepancies.filter(({ code }) => code === 'stated-differs-from-planned');

describe('the sample reconciliation', () => {
  let app: StudyApp;

  beforeAll(async () => {
    app = await StudyApp.start(RespondentsModule, ReportsModule);
    const payload = await readExample('respondents.csv');
    const headers = { 'content-type': 'text/csv' };
    const url = '/studies/STP/respondents/import';
    await app.api('coordinator', { method: 'POST', url, headers, payload });
  });
  afterAll(() => app.stop());

  const sample = async (query = '', headers: Record<string, string> = {}) =>
    (
      await app.api('observer', { method: 'GET', url: `/studies/STP/sample${query}`, headers })
    ).json<Sample>();

  it('adds up what is planned, by role and by site', async () => {
    const { planned } = await sample();
    expect(planned).toEqual({
      total: 35,
      byRole: { SW: 16, BM: 8, WA: 11 },
      bySite: { ZWO: 6, BOR: 6, ZEI: 6, HEN: 6, ENS: 6, UTR: 5 },
    });
  });

  it('lays every stated sample beside it', async () => {
    const { stated } = await sample();
    expect(stated).toEqual([
      { source: 'Methoden van onderzoek', unit: 'interviews', n: 36, difference: 1 },
      { source: 'Samenvatting', unit: 'interviews', n: 37, difference: 2 },
    ]);
  });

  it('names both disagreements in English, unless Dutch is asked for', async () => {
    const english = differing(await sample());
    expect(english.map(({ message }) => message)).toEqual([
      expect.stringMatching(/36.*35/),
      expect.stringMatching(/37.*35/),
    ]);
    expect(english.every(({ candidates }) => candidates.length > 0)).toBe(true);
    const dutch = differing(await sample('?lang=nl'));
    expect(dutch).toHaveLength(2);
    expect(dutch[0]!.message).not.toBe(english[0]!.message);
    expect(differing(await sample('', { 'accept-language': 'nl-NL' }))).toEqual(dutch);
    expect(differing(await sample('', { 'accept-language': 'fr' }))).toEqual(english);
  });

  it.each(['nl', 'en'] as const)('says the same on its page (%s)', async (language) => {
    const { discrepancies } = await sample(`?lang=${language}`);
    const { body } = await app.page('observer', '/studies/STP/sample', language);
    const shown = body.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
    for (const { message } of discrepancies) expect(shown).toContain(message);
  });

  it('counts interviews that were held, and only those', async () => {
    expect((await sample()).realised.total).toBe(0);
    const pseudonyms = ['ZWO-SW-01', 'ZWO-SW-02', 'BOR-BM-01'];
    for (const pseudonym of pseudonyms) await givenAppointment(app, { pseudonym, status: 'completed' });
    await givenAppointment(app, { pseudonym: 'ZWO-SW-03', status: 'cancelled' });
    await givenAppointment(app, { pseudonym: 'ZEI-WA-01', status: 'scheduled' });
    const { realised } = await sample();
    expect(realised).toMatchObject({ total: 3, persons: 3, byRole: { SW: 2, BM: 1, WA: 0 } });
  });
});
