import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { SandboxAnswer } from './sandbox-answer.js';

function acceptsGzip(response: ServerResponse): boolean {
  const accepted = String(response.req.headers['accept-encoding'] ?? '');
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accepted);
}

/** Writes an answer as its `transport` says. */
export async function writeAnswer(response: ServerResponse, answer: SandboxAnswer): Promise<void> {
  const { status, transport } = answer;
  if (transport.delayMs !== undefined) await pause(transport.delayMs);
  if (transport.cut) {
    response.destroy();
    return;
  }
  if (transport.garbled) {
    response.socket?.end('no HTTP');
    return;
  }
  const headers: Record<string, string | number> = { ...answer.headers };
  let body = Buffer.from(answer.serialise(answer.body));
  if (transport.gzip === 'always' || (transport.gzip && acceptsGzip(response))) {
    headers['Content-Encoding'] = 'gzip';
    body = gzipSync(body);
  }
  if (transport.close) headers['Connection'] = 'close';
  if (transport.undated) response.sendDate = false;
  if (!transport.chunked) headers['Content-Length'] = body.length;
  if (transport.reason === undefined) response.writeHead(status, headers);
  else response.writeHead(status, transport.reason, headers);
  if (transport.chunked) {
    const middle = Math.ceil(body.length / 2);
    response.write(body.subarray(0, middle));
    response.end(body.subarray(middle));
  } else {
    response.end(body);
  }
}
