import type { TokenB2b } from '../../../schemas/resolved.js';
import { servedPaths } from '../../protocol/served-paths.js';
import { verifySha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import { allowsForm } from '../../protocol/timestamp-forms.js';
import { type BodyKind, mediaTypes } from '../../protocol/token-body.js';
import { memberNames } from '../answers/member-names.js';
import { furtherHeaderSteps, headerPresence } from './header-steps.js';
import type { TokenAttempt, TokenStep } from './policy.js';
import { readSignature } from './read-signature.js';
import { windowOf, withinWindow } from './within-window.js';

/** The steps that both token services have, of a server that keeps to the profile. */
export function commonTokenSteps(
  settings: Pick<
    TokenB2b,
    'path' | 'otherPaths' | 'headers' | 'contentType' | 'timestamp' | 'signature'
  >,
  kind: BodyKind = 'json',
) {
  return {
    path: ({ received }) =>
      servedPaths(settings).includes(received.path) ? undefined : { faultClass: 'path' },
    method: ({ received }) => (received.method === 'POST' ? undefined : { faultClass: 'method' }),
    size: ({ received }) => (received.tooLarge ? { faultClass: 'malformed-body' } : undefined),
    headersOnce,
    timestampPresence: headerPresence('X-TIMESTAMP'),
    clientKeyPresence: headerPresence('X-CLIENT-KEY'),
    signaturePresence: headerPresence('X-SIGNATURE'),
    ...furtherHeaderSteps(settings.headers),
    contentType: contentType(settings.contentType, kind),
    body: kind === 'json' ? body : formBody,
    additionalInfo,
    timestampForm: timestampForm(settings.timestamp),
    timestampWindow: timestampWindow(settings.timestamp),
    client,
    signature: signature(settings.signature),
    replay: replay(settings),
  } satisfies Record<string, TokenStep>;
}

/** Only a header that is a list may come on several lines (RFC 9110 section 5.3), and none of these is. */
const headersOnce: TokenStep = ({ received }) => {
  const names = received.rawHeaders.filter((_, index) => index % 2 === 0);
  const field = ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE'].find(
    (name) => names.filter((each) => each.toLowerCase() === name.toLowerCase()).length > 1,
  );
  return field === undefined ? undefined : { faultClass: 'field-format', field };
};

function contentType(tolerance: TokenB2b['contentType'], kind: BodyKind): TokenStep {
  return ({ header }) => {
    if (tolerance === 'accept') return undefined;
    const value = header('Content-Type');
    if (value === undefined) return { faultClass: 'missing-field', field: 'Content-Type' };
    // RFC 9110 section 8.3.1: letter case means nothing in type and subtype, and parameters may follow.
    const [mediaType = ''] = value.split(';', 1);
    return mediaType.trim().toLowerCase() === mediaTypes[kind]
      ? undefined
      : { faultClass: 'content-type', field: 'Content-Type' };
  };
}

// RFC 8259 section 8.1: UTF-8 and no byte order mark. The decoder keeps the mark, and JSON.parse refuses it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const body: TokenStep = (attempt) => {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(attempt.received.body);
    value = JSON.parse(text);
  } catch {
    return { faultClass: 'malformed-body' };
  }
  if (!isObject(value)) return { faultClass: 'malformed-body' };
  attempt.body = value;
  // RFC 8259 section 4: names should be unique, since parsers differ in which of two values counts.
  const names = memberNames(text);
  return new Set(names).size < names.length ? { faultClass: 'malformed-body' } : undefined;
};

/** A form of UTF-8, in which each name stands once. */
const formBody: TokenStep = (attempt) => {
  let text: string;
  try {
    text = utf8.decode(attempt.received.body);
  } catch {
    return { faultClass: 'malformed-body' };
  }
  const pairs = [...new URLSearchParams(text)];
  attempt.body = Object.fromEntries(pairs);
  return Object.keys(attempt.body).length < pairs.length
    ? { faultClass: 'malformed-body' }
    : undefined;
};

/** An object (ASPI, token B2B, request body). Some serializers write an absent or empty one as null or a list. */
const additionalInfo: TokenStep = ({ body }) =>
  ['string', 'number', 'boolean'].includes(typeof body?.['additionalInfo'])
    ? { faultClass: 'field-format', field: 'additionalInfo' }
    : undefined;

function timestampForm(settings: TokenB2b['timestamp']): TokenStep {
  return ({ header }) =>
    allowsForm(header('X-TIMESTAMP') ?? '', settings)
      ? undefined
      : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' };
}

function timestampWindow(settings: TokenB2b['timestamp']): TokenStep {
  return ({ header, now }) =>
    withinWindow(header('X-TIMESTAMP') ?? '', settings, now)
      ? undefined
      : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' };
}

const client: TokenStep = (attempt) => {
  const known = attempt.clients.get(attempt.header('X-CLIENT-KEY') ?? '');
  if (!known) return { faultClass: 'unknown-client', field: 'X-CLIENT-KEY' };
  attempt.client = known;
  return undefined;
};

/** client_ID|X-TIMESTAMP, both exactly as sent (ASPI, request headers: X-SIGNATURE), or by the profile's delimiter. */
export function signedText(
  { header }: Pick<TokenAttempt, 'header'>,
  { delimiter }: Pick<TokenB2b['signature'], 'delimiter'>,
): string {
  return tokenStringToSign(header('X-CLIENT-KEY') ?? '', header('X-TIMESTAMP') ?? '', delimiter);
}

/** SHA256withRSA over {@link signedText}. */
function signature(settings: TokenB2b['signature']): TokenStep {
  return (attempt) => {
    const { header, client } = attempt;
    const bytes = readSignature(settings, header('X-SIGNATURE') ?? '');
    const signed = signedText(attempt, settings);
    return bytes && client && verifySha256Rsa(client.publicKey, signed, bytes)
      ? undefined
      : { faultClass: 'invalid-signature', field: 'X-SIGNATURE' };
  };
}

/**
 * A signed request may be used once, if the document says so. It is forgotten as soon as its timestamp
 * is sure to lie outside the window.
 */
function replay({ signature, timestamp }: Pick<TokenB2b, 'signature' | 'timestamp'>): TokenStep {
  if (signature.replay !== 'refuse') return () => undefined;
  const { pastSeconds, futureSeconds } = windowOf(timestamp);
  const keptMs = (pastSeconds + futureSeconds + 1) * 1000;
  const forgottenAt = new Map<string, number>();
  return (attempt) => {
    const { now } = attempt;
    for (const [signed, at] of forgottenAt) {
      if (at > now) break;
      forgottenAt.delete(signed);
    }
    const signed = signedText(attempt, signature);
    if (forgottenAt.has(signed)) return { faultClass: 'invalid-signature', field: 'X-SIGNATURE' };
    forgottenAt.set(signed, now + keptMs);
    return undefined;
  };
}
