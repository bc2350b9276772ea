import { createHash, createHmac } from 'node:crypto';
import type { TargetPlan } from '../../src/engine/plan/plan.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { targetAt, testCredentials } from './sandbox-target.js';
import { bodyOf, serve } from './server.js';

/** A transaction as a server's own rule looks at it. */
export interface Called {
  method: string;
  /** Path and query, as sent. */
  target: string;
  host: string;
  token: string;
  timestamp: string;
  body: string;
  clientSecret: string;
  /** PEM. */
  privateKey: string;
}

/** What such a server makes X-SIGNATURE of, and what else it refuses, with HTTP 400. */
export interface SigningServer {
  sign(called: Called): string;
  refuses?(called: Called): boolean;
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Base64 of HMAC-SHA512 with the client secret. */
export const hmac = (secret: string | Buffer, text: string, algorithm = 'sha512') =>
  createHmac(algorithm, secret).update(text).digest('base64');

/** What is signed of a call by the standard. */
export const parts = ({ method, target, token, body, timestamp }: Called) => ({
  method,
  target,
  token,
  hash: sha256(body),
  timestamp,
});

const token = 'a-token-that-is-always-the-same';

/** Starts a server that gives tokens to everyone and verifies transactions by a rule of its own. */
export async function transactionServer(
  name: string,
  { sign, refuses = () => false }: SigningServer,
  { prefix = '' } = {},
): Promise<TargetPlan> {
  const [{ clientId, clientSecret, privateKey }] = await testCredentials();
  const { url } = await serve(async (incoming, response) => {
    const header = (name: string) => String(incoming.headers[name] ?? '');
    const body = (await bodyOf(incoming)).toString();
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-TIMESTAMP', formatTimestamp(Date.now(), 'offset'));
    // Node's own goes by the real clock, also when a test has set another time.
    response.setHeader('Date', new Date().toUTCString());
    const answer = (status: number, members: Record<string, unknown>) => {
      response.statusCode = status;
      response.end(JSON.stringify(members));
    };
    if (incoming.url?.includes('access-token')) {
      answer(200, {
        responseCode: '2007300',
        responseMessage: 'Successful',
        accessToken: token,
        tokenType: 'Bearer',
        expiresIn: '900',
      });
      return;
    }
    const called: Called = {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      host: header('host'),
      token,
      timestamp: header('x-timestamp'),
      body,
      clientSecret,
      privateKey,
    };
    if (sign(called) !== header('x-signature'))
      answer(401, { responseCode: '4011100', responseMessage: 'Unauthorized. Signature' });
    else if (refuses(called))
      answer(400, { responseCode: '4001101', responseMessage: 'Invalid Field Format body' });
    else answer(200, { responseCode: '2001100', responseMessage: 'Successful' });
  });
  const target = await targetAt(`${url}${prefix}`, name);
  target.transaction = {
    serviceCode: '11',
    method: 'POST',
    path: '/v1.0/balance-inquiry',
    body: { accountNo: '2000100101' },
    headers: { 'X-PARTNER-ID': clientId, 'CHANNEL-ID': '95221' },
  };
  return target;
}
