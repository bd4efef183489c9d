import { FetchFailed } from './busy-fault.js';
import { assertMayAsk, InternalHosts, parseAddress } from './calendar-address.js';

const faultOf = (text: string, internal: readonly string[] = []): string => {
  try {
    assertMayAsk(parseAddress(text).url, new InternalHosts(internal));
    return 'none';
  } catch (error) {
    return (error as FetchFailed).fault;
  }
};

describe('The address of a calendar', () => {
  it.each([
    ['https://agenda.example.org/a.ics?key=1', 'https://agenda.example.org/a.ics?key=1'],
    ['  webcal://agenda.example.org/a.ics  ', 'https://agenda.example.org/a.ics'],
    ['WEBCAL://agenda.example.org/a.ics', 'https://agenda.example.org/a.ics'],
    ['webcals://agenda.example.org/a.ics#x', 'https://agenda.example.org/a.ics'],
    ['http://agenda.example.org:8080/a', 'http://agenda.example.org:8080/a'],
  ])('%s is %s', (text, url) => {
    expect(parseAddress(text).url.href).toBe(url);
  });

  it('keeps its credentials apart', () => {
    const { url, authorization } = parseAddress('https://jan%40x:p%C3%A4ss@agenda.example.org/a.ics');
    expect(url.href).toBe('https://agenda.example.org/a.ics');
    expect(Buffer.from(authorization!.replace('Basic ', ''), 'base64').toString()).toBe('jan@x:päss');
    expect(parseAddress('https://agenda.example.org/').authorization).toBeUndefined();
  });

  it.each([
    ['agenda.example.org', 'address-unreadable'],
    ['', 'address-unreadable'],
    [`https://x.nl/${'a'.repeat(2_000)}`, 'address-unreadable'],
    ['file:///etc/passwd', 'address-scheme'],
    ['ftp://agenda.example.org/a.ics', 'address-scheme'],
    ['data:text/calendar,BEGIN:VCALENDAR', 'address-scheme'],
    ['https://agenda.example.org:22/', 'address-port'],
    ['http://agenda.example.org:5432/', 'address-port'],
    ['https://127.0.0.1/', 'address-forbidden'],
    ['http://2130706433/', 'address-forbidden'],
    ['http://0x7f.1/', 'address-forbidden'],
    ['http://017700000001/', 'address-forbidden'],
    ['http://127.1/', 'address-forbidden'],
    ['http://[::1]/', 'address-forbidden'],
    ['http://[::ffff:7f00:1]/', 'address-forbidden'],
    ['http://169.254.169.254/latest/meta-data', 'address-forbidden'],
    ['https://①②⑦.0.0.1/', 'address-forbidden'],
    ['https://agenda.example.org/', 'none'],
    ['https://93.184.216.34:8443/', 'none'],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each([
    ['http://10.0.0.7/', ['10.0.0.7'], 'none'],
    ['http://10.0.0.8/', ['10.0.0.7'], 'address-forbidden'],
    ['http://10.0.0.7:9000/', ['10.0.0.7'], 'address-port'],
    ['http://10.0.0.7:9000/', ['10.0.0.7:9000'], 'none'],
    ['http://10.0.0.7/', ['10.0.0.7:9000'], 'address-forbidden'],
    ['https://CLOUD.intra:8444/', ['cloud.intra:8444'], 'none'],
    ['https://cloud.intra/', ['cloud.intra:443'], 'none'],
  ])('%s with %j as internal: %s', (text, internal, fault) => {
    expect(faultOf(text, internal)).toBe(fault);
  });
});
