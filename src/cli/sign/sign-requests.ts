import { headersOfCall } from '../../engine/config/calls-of.js';
import type { GivenRequest } from '../../engine/given/given-request.js';
import { headerOf } from '../../engine/http/wire.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { strayCharacter } from '../../engine/input/stray-character.js';
import { schemesOf } from '../../engine/profile/client-scheme.js';
import { signTokenRequest, signTransactionRequest } from '../../engine/signing/sign-request.js';
import { timestampNotes } from '../../engine/verify/timestamp-notes.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { loadPrivateKey } from '../../protocol/keys.js';
import { schemes } from '../../protocol/scheme.js';
import { chooseService } from '../shared/given/choose-service.js';
import {
  addressOfCall,
  bodyOfCall,
  headerValue,
  tokenOfCall,
} from '../shared/given/given-values.js';
import { readRequest } from '../shared/given/read-request.js';
import { requireUrl } from '../shared/given/transaction-input.js';
import { type PassphraseFlags, readPassphrase } from '../shared/passphrase.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { readSecret } from '../shared/read-secret.js';
import { rulesOfFlags } from '../shared/rules-of-flags.js';
import type {
  SignedFormat,
  SignRequestFlags,
  SignTokenFlags,
  SignTransactionFlags,
} from './flags.js';
import { printed } from './format/printed.js';
import { noteLacking, requestHeaders } from './request-headers.js';

/**
 * A signed token request as text.
 *
 * @param given the request that `--request` names, if it is read already
 * @throws InputProblem for a flag, a request, a profile or a key that can't be used.
 */
export async function signToken(
  flags: SignTokenFlags,
  given: GivenRequest | undefined = readRequest(flags),
): Promise<string> {
  const { timestamp, format } = flags;
  const { profile, target } = await rulesOfFlags(flags);
  const base = flags.baseUrl ?? (given?.origin === undefined ? target?.baseUrl : undefined);
  const origin = urlFor(format, base ?? given?.origin);
  const clientId = headerValue(
    flags.clientId,
    { option: '--client-id', header: 'X-CLIENT-KEY' },
    given,
  );
  noteStray('--client-id', clientId);
  const privateKey = requirePrivateKey(flags);
  const rules = profile.services['token-b2b'].headers;
  const config = target?.tokenHeaders;
  const body = bodyOfCall(undefined, given);
  // A base URL is that of another target, whose path is the profile's.
  const path = flags.baseUrl === undefined ? given?.path : undefined;
  const signed = await signTokenRequest(
    {
      ...{ clientId, privateKey },
      headers: requestHeaders({
        ...{ options: flags.header ?? [], given, config, rules },
        redact: target?.redact,
      }),
      ...(timestamp !== undefined && { timestamp }),
      ...(path !== undefined && { path }),
      ...(body && { body }),
    },
    profile,
  );
  noteTimestamp(timestamp, profile.services['token-b2b'].timestamp);
  noteRenewed(given, timestamp, ['X-TIMESTAMP', 'X-SIGNATURE']);
  noteLacking(rules, signed.headers);
  const before = path === undefined ? origin?.href.replace(/\/$/, '') : origin?.origin;
  const url = before && `${before}${signed.path}`;
  return printed({ signed, format, url, token: undefined });
}

/**
 * A signed transaction as text, without the access token.
 *
 * @param given the request that `--request` names, if it is read already
 * @throws InputProblem for a flag, a request, a profile or a key that can't be used.
 */
export async function signTransaction(
  flags: SignTransactionFlags,
  given: GivenRequest | undefined = readRequest(flags),
): Promise<string> {
  const { timestamp, format } = flags;
  const { method, path, url: address } = addressOfCall(flags, given);
  const { profile, target } = await rulesOfFlags(flags);
  const origin = address ?? urlFor(format, target?.baseUrl);
  const secret = readSecret(
    { env: flags.clientSecretEnv, file: flags.clientSecretFile },
    '--client-secret',
  );
  if (secret) noteStray('the client secret', secret.value);
  const { transaction } = profile.services;
  // A token that no scheme of the profile sends need not be known.
  const carries = schemesOf(transaction).some((name) => schemes[name].carriesToken);
  const token = tokenOfCall(flags, carries ? given : undefined);
  const body = bodyOfCall(flags.body, given);
  const { headers: rules } = transaction;
  const config = target && headersOfCall(target, path);
  const headers = requestHeaders({
    ...{ options: flags.header ?? [], given, config, rules },
    redact: target?.redact,
  });
  const externalId = Object.entries(headers).find(([name]) => isExternalId(name))?.[1];
  const others = Object.entries(headers).filter(([name]) => !isExternalId(name));
  const signed = await signTransactionRequest(
    {
      ...{ method, path, headers: Object.fromEntries(others) },
      ...(externalId !== undefined && { externalId }),
      ...(target && { clientId: target.client.clientId }),
      ...(body && { body }),
      ...(secret && { clientSecret: secret.value }),
      ...(token && { accessToken: token.value }),
      ...(flags.privateKey !== undefined && { privateKey: requirePrivateKey(flags) }),
      ...(timestamp !== undefined && { timestamp }),
    },
    profile,
  );
  noteTimestamp(timestamp, transaction.timestamp);
  noteRenewed(given, timestamp, [
    ...['X-TIMESTAMP', 'X-SIGNATURE'],
    ...(externalId === undefined ? ['X-EXTERNAL-ID'] : []),
  ]);
  noteLacking(rules, signed.headers);
  if (token?.ofRequest) console.error(render(say('mistakes/given/token-of-request')));
  return printed({ signed, format, token, url: origin && `${origin.origin}${path}` });
}

/**
 * As the one or the other of these, whichever the headers of the request show; that is said.
 *
 * @throws InputProblem when no request is named, and as they do.
 */
export async function signRequest(flags: SignRequestFlags): Promise<string> {
  const { service, given } = chooseService(flags);
  return service === 'token' ? signToken(flags, given) : signTransaction(flags, given);
}

const isExternalId = (name: string) => name.toLowerCase() === 'x-external-id';

/** Says which headers of the request are not those that it came with. */
function noteRenewed(
  given: GivenRequest | undefined,
  timestamp: string | undefined,
  names: readonly string[],
): void {
  const headers = names.filter(
    (name) =>
      given &&
      headerOf(given.headers, name) !== undefined &&
      !(name === 'X-TIMESTAMP' && timestamp !== undefined),
  );
  if (headers.length > 0) console.error(render(say('mistakes/given/renewed', { headers })));
}

/** Says which character of a value was hardly meant; it is signed as it was given. */
function noteStray(what: string, value: string): void {
  const stray = strayCharacter(value, true);
  if (stray !== undefined) console.error(`${what} ${render(stray)}; it was signed as it was given`);
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

/** The key of a file as PEM; opened, if it is encrypted. */
function requirePrivateKey({
  privateKey: file,
  ...flags
}: PassphraseFlags & { privateKey?: string }): string {
  if (file === undefined)
    throw new InputProblem(
      'missing-option',
      "required option '--private-key <file>' not specified",
      {
        remedy: "Name the file of the client's private key.",
      },
    );
  const passphrase = readPassphrase(flags);
  const { key } = readKeyFile(file, '--private-key', (source) =>
    loadPrivateKey(source, passphrase),
  );
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function urlFor(format: SignedFormat, baseUrl: string | undefined): URL | undefined {
  if (baseUrl !== undefined) return requireUrl(baseUrl);
  if (format === 'headers' || format === 'json') return undefined;
  const what = { curl: 'a curl command', http: 'an HTTP request', postman: 'a collection' }[format];
  throw new InputProblem('missing-option', `${what} needs --base-url`, {
    remedy: 'Give the address of the target: https://sandbox.example.',
  });
}
