import { curlOf } from '../../../reports/shared/curl.js';
import { shortenIn } from '../../engine/evidence/redact.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { strayCharacter } from '../../engine/input/stray-character.js';
import {
  type SignedRequest,
  signTokenRequest,
  signTransactionRequest,
} from '../../engine/signing/sign-request.js';
import { timestampNotes } from '../../engine/verify/timestamp-notes.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { loadPrivateKey } from '../../protocol/keys.js';
import { readAccessToken, readAddress } from '../shared/given-request.js';
import { profileOfFlags } from '../shared/profile-of-flags.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { readSecret, type Secret } from '../shared/read-secret.js';
import { readBody, requireUrl } from '../shared/transaction-input.js';
import type { SignedFormat, SignTokenFlags, SignTransactionFlags } from './flags.js';

/**
 * A signed token request as text.
 *
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function signToken(flags: SignTokenFlags): Promise<string> {
  const { clientId, timestamp, baseUrl, format } = flags;
  const url = urlFor(format, baseUrl);
  noteStray('--client-id', clientId);
  const privateKey = readPrivateKey(flags.privateKey);
  const profile = await profileOfFlags(flags);
  const signed = await signTokenRequest(
    { clientId, privateKey, ...(timestamp !== undefined && { timestamp }) },
    profile,
  );
  noteTimestamp(timestamp, profile.services['token-b2b'].timestamp);
  // The path of the service comes after that of the base URL.
  return printed(signed, format, url && `${url.href.replace(/\/$/, '')}${signed.path}`);
}

/**
 * A signed transaction as text, without the access token.
 *
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function signTransaction(flags: SignTransactionFlags): Promise<string> {
  const { method, timestamp, format } = flags;
  const { path, url } = readAddress(flags);
  if (!url) urlFor(format, undefined);
  const profile = await profileOfFlags(flags);
  const secret = readSecret(
    { env: flags.clientSecretEnv, file: flags.clientSecretFile },
    '--client-secret',
  );
  if (secret) noteStray('the client secret', secret.value);
  const token = readAccessToken(flags);
  const body = readBody(flags.body);
  const asked = {
    ...{ method, path },
    ...(body && { body }),
    ...(secret && { clientSecret: secret.value }),
    ...(token && { accessToken: token.value }),
    ...(flags.privateKey !== undefined && { privateKey: readPrivateKey(flags.privateKey) }),
    ...(timestamp !== undefined && { timestamp }),
  };
  const signed = await signTransactionRequest(asked, profile);
  noteTimestamp(timestamp, profile.services.transaction.timestamp);
  return printed(signed, format, url && `${url.origin}${path}`, token);
}

/** Says which character of a value was hardly meant; it is signed as it was given. */
function noteStray(what: string, value: string): void {
  const stray = strayCharacter(value, true);
  if (stray !== undefined) console.error(`${what} ${stray}; it was signed as it was given`);
}

/** Says what is wrong with the form of a timestamp that is signed as it was given. */
function noteTimestamp(
  timestamp: string | undefined,
  settings: Parameters<typeof timestampNotes>[1],
): void {
  if (timestamp === undefined) return;
  // Its distance from now is the user's affair: what is signed here may be a sample.
  const [form] = timestampNotes(timestamp, settings, Date.now()).filter(({ id }) => isOfForm(id));
  if (form) console.error(render(say('mistakes/given/signed-but', { note: form })));
}

const isOfForm = (id: string) => /(?:malformed|form)$/.test(id);

/** The key of a file as PEM. */
function readPrivateKey(file: string): string {
  const { key } = readKeyFile(file, '--private-key', loadPrivateKey);
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function urlFor(format: SignedFormat, baseUrl: string | undefined): URL | undefined {
  if (baseUrl !== undefined) return requireUrl(baseUrl);
  if (format !== 'curl') return undefined;
  throw new InputProblem('missing-option', 'a curl command needs --base-url', {
    remedy: 'Give the address of the target: https://sandbox.example.',
  });
}

function printed(
  { headers, stringToSign, ...signed }: SignedRequest,
  format: SignedFormat,
  url: string | undefined,
  token?: Secret,
): string {
  // The user fills the token in: it is as secret as a password.
  const { Authorization: carried, ...shown } = headers;
  const pairs = Object.entries(shown);
  switch (format) {
    case 'json': {
      const text = token === undefined ? stringToSign : shortenIn(stringToSign, token.value);
      return JSON.stringify({ ...signed, headers: shown, stringToSign: text }, undefined, 2);
    }
    case 'curl': {
      const { body = '', method } = signed;
      const bytes = Buffer.byteLength(body);
      const { command } = curlOf({
        method,
        url: url ?? '',
        headers: pairs,
        body: { text: body, bytes },
      });
      return carried === undefined || !token
        ? command
        : `${command} \\\n  --header "Authorization: Bearer ${token.shell}"`;
    }
    case 'headers':
      return pairs.map(([name, value]) => `${name}: ${value}`).join('\n');
  }
}
