import type { KeyObject } from 'node:crypto';
import type { Profile, Transaction } from '../../../schemas/resolved.js';
import { render } from '../../messages/render.js';
import { KeyError, loadPrivateKey } from '../../protocol/keys.js';
import { type Scheme, schemes } from '../../protocol/scheme.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { notOffered } from '../catalogue/not-offered.js';
import type { WireRequest } from '../http/wire.js';
import { InputProblem } from '../input/input-problem.js';
import { schemesOf } from '../profile/client-scheme.js';
import { loadProfile } from '../profile/profile.js';
import { compose } from '../request/draft.js';
import { lengthOfExternalId, nextExternalId } from '../request/external-id.js';
import { furtherHeaders } from '../request/further-headers.js';
import { Signer } from '../request/signer.js';
import { tokenB2bDraft } from '../request/token-draft.js';
import {
  composeTransaction,
  type TransactionDraft,
  transactionSigning,
} from '../request/transaction-draft.js';

/** A signed request as it goes over the wire, and the text that its signature covers. */
export interface SignedRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  /** Absent if the request has no body. */
  body?: string;
  /** Contains the access token if the scheme signs it. */
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
  /** X-TIMESTAMP as it will be sent. Default: now, in the profile's form. */
  timestamp?: string;
  /** Path as sent, with the base URL's prefix. Default: the profile's. */
  path?: string;
  /** As sent, byte for byte. Default: the profile's grant type alone. */
  body?: string | Uint8Array;
  /** The other headers: X-PARTNER-ID … */
  headers?: Record<string, string>;
}

/**
 * Signs a token request (B2B) as a profile describes it.
 *
 * Source: ASPI, access token service B2B (73), request headers.
 *
 * @param profile in place of the one that the options name, if it is loaded already
 * @throws InputProblem for a key or a profile that can't be used.
 */
export async function signTokenRequest(
  options: TokenRequestOptions,
  profile: string | Profile | undefined = options.profile,
): Promise<SignedRequest> {
  const { clientId, privateKey, timestamp } = options;
  const settings = profileFor(profile, 'token-b2b').services['token-b2b'];
  const pem = keyOf(privateKey).export({ type: 'pkcs8', format: 'pem' }) as string;
  const signer = new Signer({ clientId, privateKey: pem });
  const form = settings.timestamp.accept[0];
  const draft = tokenB2bDraft(settings, signer, form, Date.now(), options.headers);
  return signedRequest(
    await compose({
      ...draft,
      timestamp: timestamp ?? draft.timestamp,
      path: options.path ?? draft.path,
      body: options.body === undefined ? draft.body : Buffer.from(options.body),
    }),
  );
}

/** What a transaction is made of. */
export interface TransactionRequestOptions {
  method: string;
  /** Path with the base URL's prefix, and the query, as sent. */
  path: string;
  /** As sent, byte for byte; absent if the request has none. */
  body?: string | Uint8Array;
  /** Sent as `Authorization: Bearer …` if the scheme has one. */
  accessToken?: string;
  /** Signs if the scheme is `symmetric`. */
  clientSecret?: string;
  /** PEM text; signs if the scheme is `asymmetric` or `asymmetric-with-token`. */
  privateKey?: string;
  /** Shipped name, or a path; decides the scheme. Default `snap-bi`. */
  profile?: string;
  /** X-TIMESTAMP as it will be sent. Default: now, in the profile's form. */
  timestamp?: string;
  /** Default: a new one for each request. */
  externalId?: string;
  /** The other headers: X-PARTNER-ID, CHANNEL-ID … */
  headers?: Record<string, string>;
  /** Stands in headers for which the profile has a value with the client id in it. */
  clientId?: string;
}

/**
 * Signs a transaction as a profile describes it.
 *
 * Source: ASPI, string-to-sign of transactions.
 *
 * @param profile in place of the one that the options name, if it is loaded already
 * @throws InputProblem for a profile or a key that can't be used, and when the scheme needs something more.
 */
export async function signTransactionRequest(
  options: TransactionRequestOptions,
  profile: string | Profile | undefined = options.profile,
): Promise<SignedRequest> {
  const { body, timestamp, accessToken } = options;
  const settings = profileFor(profile, 'transaction').services.transaction;
  const offered = schemesOf(settings);
  const name = offered.find((each) => fits(each, options)) ?? settings.scheme;
  const scheme = schemes[name];
  requireKeys(name, options);
  const keys = {
    clientSecret: options.clientSecret,
    privateKey: options.privateKey === undefined ? undefined : keyOf(options.privateKey),
  };
  const draft: TransactionDraft = {
    method: options.method.toUpperCase(),
    path: options.path,
    origin: '',
    prefix: '',
    timestamp: timestamp ?? formatTimestamp(Date.now(), settings.timestamp.accept[0]),
    contentType: 'application/json',
    body: body === undefined ? undefined : Buffer.from(body),
    chunked: false,
    accessToken: scheme.carriesToken ? accessToken : undefined,
    customerHeaders: [],
    externalId: options.externalId ?? nextExternalId(lengthOfExternalId(settings)),
    headers: furtherHeaders(settings.headers, options.headers ?? {}, options.clientId),
    signing: transactionSigning(
      { ...settings, scheme: name },
      { signBy: (by, text) => by.sign(keys, text) },
    ),
  };
  return signedRequest(await composeTransaction(draft));
}

type Given = 'accessToken' | 'clientSecret' | 'privateKey';

const words: Record<Given, string> = {
  accessToken: 'an access token',
  clientSecret: 'a client secret',
  privateKey: 'a private key',
};

/** What a scheme signs with, and the token if it carries one. */
function needsOf({ keyKind, carriesToken }: Scheme): Given[] {
  const key = keyKind === 'secret' ? 'clientSecret' : 'privateKey';
  return carriesToken ? [key, 'accessToken'] : [key];
}

type Keys = Pick<TransactionRequestOptions, Given>;

/** What a scheme needs and didn't get, and any key that it doesn't sign with. */
function unfit(scheme: Transaction['scheme'], given: Keys): { missing: Given[]; strange: Given[] } {
  const needs = needsOf(schemes[scheme]);
  return {
    missing: needs.filter((name) => given[name] === undefined),
    strange: (['clientSecret', 'privateKey'] as const).filter(
      (name) => given[name] !== undefined && !needs.includes(name),
    ),
  };
}

function fits(scheme: Transaction['scheme'], given: Keys): boolean {
  const { missing, strange } = unfit(scheme, given);
  return missing.length + strange.length === 0;
}

/** @throws InputProblem that names what doesn't fit. */
function requireKeys(scheme: Transaction['scheme'], given: Keys): void {
  const { missing, strange } = unfit(scheme, given);
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
 * The profile for one of its services; a name or a path is loaded.
 *
 * @throws InputProblem for an unknown profile, and for one that doesn't offer the service.
 */
export function profileFor(
  given: string | Profile = 'snap-bi',
  service: 'token-b2b' | 'transaction',
): Profile {
  const profile = typeof given === 'string' ? loadProfile(given, process.cwd()) : given;
  const missing = notOffered(service, profile);
  if (missing)
    throw new InputProblem('service-not-offered', render(missing.reason), { file: profile.name });
  return profile;
}

function keyOf(privateKey: string): KeyObject {
  try {
    return loadPrivateKey(privateKey).key;
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
    stringToSign: signed.stringToSign,
    algorithm: render(signed.algorithm),
  };
}
