/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { connect } from 'node:net';
import { parentPort } from 'node:worker_threads';

/** What a thread that makes requests is asked. */
export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One connection that asks again as soon as it has its answer; the time of each answer in milliseconds. */
function askOften({ port, path, headers, milliseconds }: LoadOrder): Promise<number[]> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const request = `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const end = performance.now() + milliseconds;
    let [text, asked] = ['', 0];
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const ask = () => {
      asked = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1').on('error', reject).on('connect', ask);
    socket.on('data', (data) => {
      text += data;
      if (!isWhole(text)) return;
      if (!text.startsWith('HTTP/1.1 200')) return void reject(new Error(`${path}: ${text.slice(0, 200)}`));
      text = '';
      times.push(performance.now() - asked);
      if (performance.now() < end) return ask();
      socket.destroy();
      resolve(times);
    });
  });
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length);
}

parentPort?.on('message', (order: LoadOrder) => {
  const start = performance.now();
  const clients = Array.from({ length: order.clients }, () => askOften(order));
  Promise.all(clients).then(
    (all) => {
      const times = all.flat().toSorted((a, b) => a - b);
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
      const perSecond = (times.length / (performance.now() - start)) * 1_000;
      parentPort!.postMessage({ perSecond, p50: at(0.5), p99: at(0.99) } satisfies LoadResult);
    },
    (error: Error) => parentPort!.postMessage({ error: error.message }),
  );
});
