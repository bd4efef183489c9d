import { gzipSync, brotliCompressSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { FetchFailed } from '../../src/calendar/busy/busy-fault.js';
import { InternalHosts, parseAddress } from '../../src/calendar/busy/calendar-address.js';
import { fetchCalendar, type FetchOptions, type Validators } from '../../src/calendar/busy/fetch-calendar.js';
import { CalendarHost } from '../support/calendar-host.js';

const none: Validators = { etag: null, lastModified: null };
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

describe('Fetching a calendar', () => {
  let host: CalendarHost;
  let other: CalendarHost;

  beforeEach(async () => {
    [host, other] = await Promise.all([CalendarHost.start(), CalendarHost.start()]);
  });
  afterEach(() => Promise.all([host.stop(), other.stop()]));

  const internal = () => new InternalHosts([host.name, other.name]);
  const fetchFrom = (url: string, options: Partial<FetchOptions> = {}, known = none) =>
    fetchCalendar(parseAddress(url), known, { internal: internal(), timeoutMs: 5_000, ...options });
  const faultOf = async (fetching: Promise<unknown>): Promise<string> => {
    try {
      await fetching;
      return 'none';
    } catch (error) {
      if (error instanceof FetchFailed) return error.fault;
      throw error;
    }
  };
  const redirect =
    (to: string, status = 302) =>
    (_: unknown, response: ServerResponse) =>
      void response.writeHead(status, { location: to }).end();

  it('gives its bytes and what they are to be asked for again with', async () => {
    host.serve(calendar, {
      etag: '"7"',
      'last-modified': 'Mon, 04 Jan 2027 09:00:00 GMT',
      'content-type': 'text/calendar; charset="ISO-8859-1"',
    });
    const fetched = await fetchFrom(host.urlOf());
    expect(fetched).toEqual({
      bytes: Buffer.from(calendar),
      charset: 'ISO-8859-1',
      etag: '"7"',
      lastModified: 'Mon, 04 Jan 2027 09:00:00 GMT',
    });
    host.answer = (_, response) => response.writeHead(304).end();
    const known = { etag: '"7"', lastModified: 'Mon, 04 Jan 2027 09:00:00 GMT' };
    expect(await fetchFrom(host.urlOf(), {}, known)).toBe('unchanged');
    expect(host.requests.at(-1)!.headers).toMatchObject({
      'if-none-match': '"7"',
      'if-modified-since': 'Mon, 04 Jan 2027 09:00:00 GMT',
    });
  });

  it.each([
    ['gzip', gzipSync(calendar)],
    ['br', brotliCompressSync(calendar)],
  ])('unpacks %s', async (encoding, bytes) => {
    host.answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    expect(await fetchFrom(host.urlOf())).toMatchObject({ bytes: Buffer.from(calendar) });
  });

  it.each([
    [401, 'sign-in-needed'],
    [403, 'sign-in-needed'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'asked-too-often'],
    [500, 'server-trouble'],
    [503, 'server-trouble'],
    [204, 'server-trouble'],
  ])('explains status %d as %s', async (status, fault) => {
    host.answer = (_, response) => response.writeHead(status).end();
    expect(await faultOf(fetchFrom(host.urlOf()))).toBe(fault);
  });

  it('hears how long to wait', async () => {
    host.answer = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await expect(fetchFrom(host.urlOf())).rejects.toMatchObject({ retryAfter: 3600 });
  });

  describe('that is too much', () => {
    const small = { mostBytes: 100_000 };

    it('ends by what it says of its size', async () => {
      host.answer = (_, response) => response.writeHead(200, { 'content-length': '100001' }).write('a');
      expect(await faultOf(fetchFrom(host.urlOf(), small))).toBe('too-large');
    });

    it('ends while it comes', async () => {
      host.answer = (_, response) => {
        response.writeHead(200);
        const more = setInterval(() => response.write('a'.repeat(50_000)), 5);
        response.on('close', () => clearInterval(more));
      };
      expect(await faultOf(fetchFrom(host.urlOf(), small))).toBe('too-large');
    });

    it('ends while it is unpacked', async () => {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 ** 2));
      host.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      const before = process.memoryUsage().rss;
      expect(await faultOf(fetchFrom(host.urlOf(), small))).toBe('too-large');
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
    });

    it('ends when its time is up, also where a byte comes now and then', async () => {
      host.answer = (_, response) => {
        response.writeHead(200);
        const more = setInterval(() => response.write('a'), 20);
        response.on('close', () => clearInterval(more));
      };
      expect(await faultOf(fetchFrom(host.urlOf(), { timeoutMs: 300 }))).toBe('too-slow');
    });

    it('ends when its time is up, also where nothing comes', async () => {
      host.answer = () => undefined;
      expect(await faultOf(fetchFrom(host.urlOf(), { timeoutMs: 300 }))).toBe('too-slow');
    });
  });

  it('is no calendar that was cut off', async () => {
    host.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write(calendar);
      setTimeout(() => response.destroy(), 50);
    };
    expect(await faultOf(fetchFrom(host.urlOf()))).toBe('unreachable');
  });

  it('is no calendar that cannot be unpacked', async () => {
    host.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(calendar);
    expect(await faultOf(fetchFrom(host.urlOf()))).toBe('server-trouble');
  });

  it('needs somebody who listens', async () => {
    const url = host.urlOf();
    const allowed = internal();
    await host.stop();
    const fetching = fetchCalendar(parseAddress(url), none, { internal: allowed });
    expect(await faultOf(fetching)).toBe('unreachable');
    host = await CalendarHost.start();
  });

  describe('that leads elsewhere', () => {
    it('is followed, by path and to another host', async () => {
      host.answer = (request, response) =>
        request.url === '/agenda.ics'
          ? redirect('/b')(request, response)
          : redirect(other.urlOf())(request, response);
      other.serve(calendar);
      expect(await fetchFrom(host.urlOf())).toMatchObject({ bytes: Buffer.from(calendar) });
    });

    it('is followed five times', async () => {
      let left = 5;
      host.answer = (_, response) => (left-- > 0 ? redirect('/x')(_, response) : void response.end(calendar));
      expect(await fetchFrom(host.urlOf())).toMatchObject({ bytes: Buffer.from(calendar) });
      left = 6;
      expect(await faultOf(fetchFrom(host.urlOf()))).toBe('too-many-redirects');
    });

    it('in a circle is not followed for ever', async () => {
      host.answer = redirect('/agenda.ics', 308);
      expect(await faultOf(fetchFrom(host.urlOf()))).toBe('too-many-redirects');
      expect(host.requests).toHaveLength(6);
    });

    it('gets credentials at home only', async () => {
      const withPassword = host.urlOf().replace('//', '//jan:geheim@');
      other.answer = redirect(host.urlOf('/b').replace('//', '//eve:x@'), 307);
      const seen = () => host.requests.map(({ headers }) => headers.authorization);
      host.answer = (request, response) =>
        request.url === '/b' ? void response.end(calendar) : redirect(other.urlOf())(request, response);
      await fetchFrom(withPassword);
      const basic = `Basic ${btoa('jan:geheim')}`;
      expect(seen()).toEqual([basic, basic]);
      expect(other.requests[0]!.headers.authorization).toBeUndefined();
    });

    it.each([
      ['http://127.0.0.1/', 'address-forbidden'],
      ['http://169.254.169.254/latest/meta-data', 'address-forbidden'],
      ['http://[::1]:8080/', 'address-forbidden'],
      ['http://localhost/', 'address-forbidden'],
      ['http://10.1.2.3:22/', 'address-port'],
      ['file:///etc/passwd', 'address-scheme'],
      ['gopher://x/', 'address-scheme'],
    ])('to %s is refused as %s', async (to, fault) => {
      host.answer = redirect(to);
      expect(await faultOf(fetchFrom(host.urlOf()))).toBe(fault);
    });
  });

  describe('from a network that is not the public one', () => {
    const port = () => host.name.split(':')[1];
    const nobody = { internal: new InternalHosts() };

    beforeEach(() => host.serve(calendar));
    afterEach(() => expect(host.requests).toEqual([]));

    it('is refused by its literal address', async () => {
      expect(await faultOf(fetchFrom('http://127.0.0.1/', nobody))).toBe('address-forbidden');
    });

    it('is refused by a name that leads there', async () => {
      expect(await faultOf(fetchFrom('http://localhost/', nobody))).toBe('address-forbidden');
    });

    it.each([
      ['all of its addresses', [{ address: '127.0.0.1', family: 4 }]],
      [
        'one of its addresses',
        [
          { address: '93.184.216.34', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ],
      ],
      ['an address of IPv6', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ])('is refused by a name with %s there', async (_, found) => {
      const resolve = async () => found;
      expect(await faultOf(fetchFrom('http://agenda.example.org/', { ...nobody, resolve }))).toBe(
        'address-forbidden',
      );
    });

    it('is refused by a name that leads elsewhere only at first', async () => {
      let asked = 0;
      const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '93.184.216.34', family: 4 }];
      // What is connected to is what was judged: it is asked for once, at the connection.
      expect(await faultOf(fetchFrom('http://agenda.example.org/', { ...nobody, resolve }))).toBe(
        'address-forbidden',
      );
      expect(asked).toBe(1);
    });

    it('is refused for another port than was allowed', async () => {
      const named = new InternalHosts([`127.0.0.1:${Number(port()) + 1}`]);
      expect(await faultOf(fetchFrom(host.urlOf(), { internal: named }))).toBe('address-port');
    });
  });

  it('is allowed by the name of an internal host', async () => {
    host.serve(calendar);
    const url = host.urlOf().replace('127.0.0.1', 'localhost');
    const named = new InternalHosts([new URL(url).host]);
    expect(await fetchFrom(url, { internal: named })).toMatchObject({ bytes: Buffer.from(calendar) });
  });

  it('is told of a name that does not exist', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await faultOf(fetchFrom('https://nergens.example/', { resolve }))).toBe('address-unknown');
  });
});
