import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * Puts a link before a server of this machine that carries each request `delayMs` later, and each answer at
 * once.
 *
 * @returns the URL of the link
 */
export async function slowLink(url, delayMs) {
  const { port } = new URL(url);
  const link = createServer((client) => {
    const server = connect(Number(port), '127.0.0.1');
    client.on('data', (chunk) => setTimeout(() => server.write(chunk), delayMs));
    server.on('data', (chunk) => client.write(chunk));
    client.setNoDelay(true).on('error', () => server.destroy());
    server.setNoDelay(true).on('error', () => client.destroy());
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  link.listen(0, '127.0.0.1');
  await once(link, 'listening');
  return `http://127.0.0.1:${link.address().port}`;
}
