/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { createServer, type Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

// Accepts every message and forgets it, in a thread of its own; tells how many there were so far.
let received = 0;

function converse(socket: Socket): void {
  let text = '';
  let inMessage = false;
  const next = (): boolean => {
    const end = text.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
    if (end < 0) return false;
    const line = text.slice(0, end);
    text = text.slice(end + (inMessage ? 5 : 2));
    if (inMessage) received += 1;
    socket.write(inMessage ? '250 kept\r\n' : answerTo(line));
    inMessage = !inMessage && /^DATA/i.test(line);
    if (/^QUIT/i.test(line)) socket.end();
    return true;
  };
  socket.setNoDelay(true).setEncoding('latin1').write('220 sink\r\n');
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    text += data;
    while (next());
  });
}

const answerTo = (line: string): string => (/^DATA/i.test(line) ? '354 go on\r\n' : '250 sink\r\n');

const server = createServer(converse).listen(0, '127.0.0.1', () => {
  parentPort!.postMessage(server.address());
});
parentPort!.on('message', () => parentPort!.postMessage(received));
