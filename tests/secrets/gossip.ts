import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { bodyOf } from '../support/server.js';
import { clientIds, newToken, secrets } from './canaries.js';

/** Below this path nothing is granted. */
export const refusing = '/refusing';

/** How a server can repeat a secret. */
const echoes: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ secret }),
  (secret) => encodeURIComponent(secret),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(`a:${secret}`).toString('base64'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  (secret) => Buffer.from(Buffer.from(secret).toString('base64')).toString('base64'),
  (secret) => spaced(secret, 4, ' '),
  (secret) => spaced(Buffer.from(secret).toString('hex'), 2, ':'),
  (secret) => spaced(Buffer.from(secret).toString('base64'), 8, '\n'),
  (secret) => [...secret].map((each) => (each < '\x7f' ? percent(each) : each)).join(''),
  (secret) => secret.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''),
];

function spaced(text: string, every: number, by: string): string {
  return text.match(new RegExp(`.{1,${every}}`, 'gs'))?.join(by) ?? '';
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** A server that grants what is asked for in the right form, and repeats all secrets in every answer. */
export function gossip(): (incoming: IncomingMessage, response: ServerResponse) => Promise<void> {
  const told: string[] = [];
  let count = 0;
  return async (incoming, response) => {
    const body = (await bodyOf(incoming)).toString();
    count += 1;
    const refuses = incoming.url?.startsWith(refusing) ?? false;
    const grant = refuses ? undefined : grantOf(incoming, body);
    if (grant) told.push(...Object.values(grant));
    // What a run was never given as a token can't be recognised as one.
    const { passphrase, proxyPassword, ...known } = secrets;
    const all = [...Object.values(known), ...(refuses ? [] : told.slice(-3))];
    const leak = all
      .map((secret, at) => echoes[(at + count) % echoes.length]?.(secret))
      .join(' | ');
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-TIMESTAMP', formatTimestamp(Date.now(), 'offset'));
    response.setHeader('X-Debug', encodeURIComponent(all[count % all.length] ?? ''));
    response.setHeader('Set-Cookie', `sid=${secrets.cookie}`);
    response.statusCode = grant ? 200 : 401;
    const service = incoming.url?.includes('b2b2c')
      ? '74'
      : incoming.url?.includes('balance')
        ? '11'
        : '73';
    response.end(
      JSON.stringify({
        responseCode: `${grant ? 200 : 401}${service}00`,
        responseMessage: grant ? 'Successful' : `Unauthorized. ${leak}`,
        ...grant,
        ...(grant && { tokenType: 'Bearer', expiresIn: '900', additionalInfo: { leak } }),
        pin: secrets.listedMember,
      }),
    );
  };
}

function grantOf({ method, headers }: IncomingMessage, body: string) {
  if (method !== 'POST' || !/^\d{4}-.*[+Z]/.test(String(headers['x-timestamp']))) return undefined;
  if (body.includes('client_credentials') && headers['x-client-key'] === clientIds[0])
    return { accessToken: newToken('accessToken') };
  if (/authorization_code/i.test(body))
    return { accessToken: newToken('accessToken'), refreshToken: newToken('refreshToken') };
  return /^Bearer .{40,}/.test(String(headers.authorization)) ? {} : undefined;
}
