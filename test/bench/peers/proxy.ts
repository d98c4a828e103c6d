// A small sticky proxy on TCP: whoever comes with the same session cookie comes to the same process, or to the next one that
// still answers. It reads the head of a connection's first request and from then on only passes bytes on.
import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';

const ports = process.env.NODES!.split(',').map(Number);
const HEAD_LIMIT = 16 * 1024;

createServer((client) => {
  let head = Buffer.alloc(0);
  client.on('error', () => client.destroy());
  client.on('data', function read(chunk: Buffer) {
    head = Buffer.concat([head, chunk]);
    if (!head.includes('\r\n\r\n') && head.length < HEAD_LIMIT) return;
    client.off('data', read);
    client.pause();
    const session = /dinh_session=([^;\s]+)/.exec(head.toString('latin1'))?.[1] ?? '';
    const first = createHash('sha256').update(session).digest()[0]! % ports.length;
    pass(client, head, [...ports.slice(first), ...ports.slice(0, first)]);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

function pass(client: Socket, head: Buffer, [port, ...others]: number[]): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const server = connect({ port, host: '127.0.0.1', noDelay: true });
  client.setNoDelay(true);
  let isConnected = false;
  server.once('connect', () => {
    isConnected = true;
    server.write(head);
    client.pipe(server).pipe(client);
  });
  server.once('error', () => {
    if (isConnected) client.destroy();
    else pass(client, head, others);
  });
  server.once('close', () => isConnected && client.destroy());
  client.once('close', () => server.destroy());
}
