import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Pool } from 'undici';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { signSha256Rsa } from '../../src/protocol/signature.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxServerOptions,
} from '../../src/sandbox/sandbox.js';
import {
  createCredentials,
  type SandboxCredentials,
} from '../../src/sandbox/tokens/credentials.js';

/** A registered client with its key ready to sign. */
export interface TestClient extends SandboxCredentials {
  key: KeyObject;
}

async function makeClient(name: string): Promise<TestClient> {
  const credentials = await createCredentials(name);
  return { ...credentials, key: createPrivateKey(credentials.privateKey) };
}

/** The two clients of every sandbox here, in the order of their registration. */
export const [client, otherClient] = await Promise.all([makeClient('First'), makeClient('Second')]);

/** A token request in parts; what is left out is as the standard has it. */
export interface TokenRequest {
  method?: string;
  path?: string;
  clientId?: string;
  timestamp?: string;
  /** Signs this text in place of `clientId|timestamp`. */
  signed?: string;
  signature?: string;
  key?: KeyObject;
  /** Added to the headers, or in their place; null leaves one out, a list writes one several times. */
  headers?: Record<string, string | string[] | null>;
  body?: string | Buffer | AsyncIterable<Buffer> | null;
}

export interface TokenResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  /** The body without a byte order mark. */
  text: string;
  /** Empty where the answer isn't JSON. */
  body: Record<string, unknown>;
}

/** The time now as the standard writes it. */
export function now(): string {
  return formatTimestamp(Date.now(), 'offset');
}

/** Signs text as the client does, in Base64. */
export async function signed(text: string, key = client.key): Promise<string> {
  return (await signSha256Rsa(key, text)).toString('base64');
}

/** A sandbox with its connections. */
export interface Running extends Sandbox {
  pool: Pool;
  send(request?: TokenRequest): Promise<TokenResponse>;
}

/** Sends a request over a pool. */
async function send(pool: Pool, path: string, request: TokenRequest): Promise<TokenResponse> {
  const clientId = request.clientId ?? client.clientId;
  const timestamp = request.timestamp ?? now();
  const text = request.signed ?? `${clientId}|${timestamp}`;
  const headers: Record<string, string | string[]> = {
    'Content-Type': 'application/json',
    'X-TIMESTAMP': timestamp,
    'X-CLIENT-KEY': clientId,
    'X-SIGNATURE': request.signature ?? (await signed(text, request.key)),
  };
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  const response = await pool.request({
    method: (request.method ?? 'POST') as 'POST',
    path: request.path ?? path,
    headers,
    body:
      request.body === undefined ? '{"grantType":"client_credentials"}' : (request.body as string),
  });
  const bytes = Buffer.from(await response.body.arrayBuffer());
  const answer = new TextDecoder().decode(bytes);
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes,
    text: answer,
    body: parsed(answer),
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Starts a sandbox with both clients, runs a test against it, and stops it. */
export async function withSandbox<T>(
  options: Partial<Omit<SandboxServerOptions, 'profile'>> & { profile?: string },
  test: (sandbox: Running) => Promise<T>,
): Promise<T> {
  const { profile: name = 'snap-bi', ...rest } = options;
  const profile = loadProfile(name, '.');
  const { path } = profile.services['token-b2b'];
  const sandbox = await createSandbox({ clients: [client, otherClient], ...rest, profile });
  const pool = new Pool(sandbox.url, { connections: 8, pipelining: 1 });
  try {
    return await test(
      Object.defineProperties(
        { pool, send: (request: TokenRequest = {}) => send(pool, path, request) },
        Object.getOwnPropertyDescriptors(sandbox),
      ) as Running,
    );
  } finally {
    await pool.destroy();
    await sandbox.close();
  }
}

/** Whether an answer gives a token: by its status, its code and the token itself. */
export function isGrant({ status, body }: TokenResponse): boolean {
  return status === 200 && typeof body['accessToken'] === 'string';
}
