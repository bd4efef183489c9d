import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that somebody keeps their calendar on; what it answers is the test's. */
export class CalendarHost {
  readonly requests: IncomingMessage[] = [];
  answer: RequestListener = (_, response) => response.writeHead(404).end();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<CalendarHost> {
    const server = createServer();
    const host = new CalendarHost(server);
    server.on('request', (request, response) => {
      host.requests.push(request);
      host.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return host;
  }

  /** `127.0.0.1:port`, as a setting names it. */
  get name(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  urlOf(path = '/agenda.ics'): string {
    return `http://${this.name}${path}`;
  }

  /** Answers every request with this calendar. */
  serve(calendar: string, headers: Record<string, string> = {}): void {
    this.answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/calendar', ...headers }).end(calendar);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
