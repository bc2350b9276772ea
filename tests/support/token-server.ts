import { createPublicKey, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { testCredentials } from './sandbox-target.js';
import { serve, type TestServer } from './server.js';

/** What a token request says, and who is registered. */
export interface Asked {
  clientId: string;
  timestamp: string;
  /** X-SIGNATURE as sent. */
  signature: string;
  path: string;
  publicKey: ReturnType<typeof createPublicKey>;
  clientSecret: string;
}

/** A server that gives a token wherever `grants` says so, and refuses by the standard otherwise. */
export async function serveTokens(
  grants: (asked: Asked) => boolean,
  change: (response: ServerResponse, incoming: IncomingMessage) => void = () => {},
): Promise<TestServer> {
  const [client] = await testCredentials();
  return serve((incoming, response) => {
    incoming.resume();
    const header = (name: string) => String(incoming.headers[name] ?? '');
    const granted = grants({
      clientId: header('x-client-key'),
      timestamp: header('x-timestamp'),
      signature: header('x-signature'),
      path: incoming.url ?? '',
      publicKey: client.publicKey,
      clientSecret: client.clientSecret,
    });
    response.statusCode = granted ? 200 : 401;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-TIMESTAMP', formatTimestamp(Date.now(), 'offset'));
    // Node's own goes by the real clock, also when a test has set another time.
    response.setHeader('Date', new Date().toUTCString());
    response.setHeader('X-CLIENT-KEY', header('x-client-key'));
    change(response, incoming);
    response.end(
      JSON.stringify(
        granted
          ? {
              responseCode: '2007300',
              responseMessage: 'Successful',
              accessToken: randomBytes(32).toString('hex'),
              tokenType: 'Bearer',
              expiresIn: '900',
            }
          : { responseCode: '4017300', responseMessage: 'Unauthorized. Signature' },
      ),
    );
  });
}
