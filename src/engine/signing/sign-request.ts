import type { Profile, Transaction } from '../../../schemas/resolved.js';
import { KeyError, loadPrivateKey } from '../../protocol/keys.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { notOffered } from '../catalogue/not-offered.js';
import type { WireHeaders, WireRequest } from '../http/wire.js';
import { InputProblem } from '../input/input-problem.js';
import { loadProfile } from '../profile/profile.js';
import { compose } from '../request/draft.js';
import { lengthOfExternalId, nextExternalId } from '../request/external-id.js';
import { Signer } from '../request/signer.js';
import { composeTransaction, type TransactionDraft } from '../request/transaction-draft.js';
import { tokenB2bDraft } from '../services/token-b2b.js';
import { carriesToken, transactionSigning } from '../services/transaction.js';

/** A signed request as it goes over the wire, and what its signature was made over. */
export interface SignedRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  /** Absent where the request has no body. */
  body?: string;
  /** Holds the access token where the scheme signs it. */
  stringToSign: string;
  /** `SHA256withRSA, Base64` */
  algorithm: string;
}

/** What a token request (B2B) is made of. */
export interface TokenRequestOptions {
  clientId: string;
  /** PEM text. */
  privateKey: string;
  /** Shipped name, or a path. Default `snap-bi`. */
  profile?: string;
  /** X-TIMESTAMP as it is to be sent. Default: now, in the profile's form. */
  timestamp?: string;
}

/**
 * Signs a token request (B2B) as a profile has it.
 *
 * Source: ASPI, access token service B2B (73), request headers.
 *
 * @throws InputProblem for a key or a profile that can't be used.
 */
export async function signTokenRequest(options: TokenRequestOptions): Promise<SignedRequest> {
  const { clientId, privateKey, timestamp } = options;
  const profile = profileFor(options.profile, 'token-b2b');
  const settings = profile.services['token-b2b'];
  const signer = signerOf(clientId, privateKey);
  const draft = tokenB2bDraft(settings, signer, settings.timestamp.accept[0], Date.now());
  return signedRequest(await compose({ ...draft, timestamp: timestamp ?? draft.timestamp }));
}

/** What a transaction is made of. */
export interface TransactionRequestOptions {
  method: string;
  /** Path with the base URL's prefix, and the query, as sent. */
  path: string;
  /** As sent, byte for byte; absent where the request has none. */
  body?: string | Uint8Array;
  /** Sent as `Authorization: Bearer …`, where the scheme has one. */
  accessToken?: string;
  /** Signs by the scheme `symmetric`. */
  clientSecret?: string;
  /** PEM text: signs by `asymmetric` and `asymmetric-with-token`. */
  privateKey?: string;
  /** Shipped name, or a path; its scheme is the one that signs. Default `snap-bi`. */
  profile?: string;
  /** X-TIMESTAMP as it is to be sent. Default: now, in the profile's form. */
  timestamp?: string;
  /** Default: another one each time. */
  externalId?: string;
  /** Headers beside: X-PARTNER-ID, CHANNEL-ID … */
  headers?: Record<string, string>;
}

/**
 * Signs a transaction as a profile has it.
 *
 * Source: ASPI, string-to-sign of transactions.
 *
 * @throws InputProblem for a profile or a key that can't be used, and where what the scheme needs is missing.
 */
export async function signTransactionRequest(
  options: TransactionRequestOptions,
): Promise<SignedRequest> {
  const { body, timestamp, accessToken } = options;
  const settings = profileFor(options.profile, 'transaction').services.transaction;
  requireScheme(settings.scheme, options);
  const { clientSecret, privateKey } = options;
  // The symmetric scheme signs by the secret alone.
  const signing = transactionSigning(
    settings,
    privateKey === undefined ? { clientSecret } : signerOf('', privateKey),
  );
  const draft: TransactionDraft = {
    method: options.method.toUpperCase(),
    path: options.path,
    origin: '',
    prefix: '',
    timestamp: timestamp ?? formatTimestamp(Date.now(), settings.timestamp.accept[0]),
    contentType: 'application/json',
    body: body === undefined ? undefined : Buffer.from(body),
    chunked: false,
    accessToken: carriesToken(settings) ? accessToken : undefined,
    customerHeaders: [],
    externalId: options.externalId ?? nextExternalId(lengthOfExternalId(settings)),
    headers: Object.entries(options.headers ?? {}) as WireHeaders,
    signing,
  };
  return signedRequest(await composeTransaction(draft));
}

/** What the schemes sign with and carry. */
const needs: Record<Transaction['scheme'], readonly Given[]> = {
  symmetric: ['clientSecret', 'accessToken'],
  asymmetric: ['privateKey'],
  'asymmetric-with-token': ['privateKey', 'accessToken'],
};

type Given = 'accessToken' | 'clientSecret' | 'privateKey';

const words: Record<Given, string> = {
  accessToken: 'an access token',
  clientSecret: 'a client secret',
  privateKey: 'a private key',
};

/** @throws InputProblem with what a scheme needs and wasn't given, and what it doesn't sign with. */
function requireScheme(
  scheme: Transaction['scheme'],
  given: Pick<TransactionRequestOptions, Given>,
): void {
  const missing = needs[scheme].filter((name) => given[name] === undefined);
  const strange = (['clientSecret', 'privateKey'] as const).filter(
    (name) => given[name] !== undefined && !needs[scheme].includes(name),
  );
  if (missing.length + strange.length === 0) return;
  const said = [
    ...(missing.length > 0 ? [`needs ${missing.map((name) => words[name]).join(' and ')}`] : []),
    ...strange.map((name) => `does not sign with ${words[name]}`),
  ];
  throw new InputProblem(
    'scheme-mismatch',
    `the profile's transaction scheme, ${scheme}, ${said.join(' and ')}`,
    {
      remedy: '`snap-conformance doctor --profile NAME` shows the scheme of a profile.',
    },
  );
}

/**
 * A profile for one of its services.
 *
 * @throws InputProblem for an unknown profile, and where it doesn't offer the service.
 */
export function profileFor(
  name: string | undefined,
  service: 'token-b2b' | 'transaction',
): Profile {
  const profile = loadProfile(name ?? 'snap-bi', process.cwd());
  const missing = notOffered(service, profile);
  if (missing)
    throw new InputProblem('service-not-offered', missing.reason, { file: profile.name });
  return profile;
}

function signerOf(clientId: string, privateKey: string): Signer {
  try {
    const { key } = loadPrivateKey(privateKey);
    const pem = key.export({ type: 'pkcs8', format: 'pem' }) as string;
    return new Signer({ clientId, privateKey: pem });
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new InputProblem('key-unreadable', `privateKey: ${error.message}`, {}, { cause: error });
  }
}

function signedRequest({ method, path, headers, body, signed }: WireRequest): SignedRequest {
  return {
    method,
    path,
    headers: Object.fromEntries(headers),
    ...(body && { body: body.toString('utf8') }),
    ...signed,
  };
}
