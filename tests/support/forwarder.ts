import { request as ask } from 'node:http';
import { serve, type TestServer } from './server.js';

/** Passes requests on to another server, and notes what was asked for. */
export async function serveForwarding(to: string): Promise<TestServer & { asked: string[] }> {
  const asked: string[] = [];
  const { port } = new URL(to);
  const server = await serve((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const outgoing = ask({ port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  return { ...server, asked };
}
