import type { TokenB2b } from '../../schemas/settled.js';
import { verifySha256Rsa } from '../protocol/signature.js';
import { tokenStringToSign } from '../protocol/string-to-sign.js';
import { parseTimestamp } from '../protocol/timestamp.js';
import type { Step, StepName } from './policy.js';
import { readSignature } from './read-signature.js';

/**
 * The standard states no window. RFC 6749 and good sense ask for one, so a timestamp that is this
 * many seconds off is refused where the profile has nothing else to say.
 */
const usualWindowSeconds = 15 * 60;

/** The header has to be there and has to hold something (ASPI, token B2B, request headers). */
function presence(name: string): Step {
  return ({ header }) => {
    const value = header(name);
    if (value === undefined) return { faultClass: 'missing-field', field: name };
    return value === '' ? { faultClass: 'field-format', field: name } : undefined;
  };
}

function contentType(tolerance: TokenB2b['contentType']): Step {
  return ({ header }) => {
    if (tolerance === 'accept') return undefined;
    const value = header('Content-Type');
    if (value === undefined) return { faultClass: 'missing-field', field: 'Content-Type' };
    // RFC 9110 section 8.3.1: type and subtype know no letter case, and parameters may follow.
    const [mediaType = ''] = value.split(';', 1);
    return mediaType.trim().toLowerCase() === 'application/json'
      ? undefined
      : { faultClass: 'content-type', field: 'Content-Type' };
  };
}

// RFC 8259 section 8.1: UTF-8 and no byte order mark. JSON.parse refuses the mark that is kept here.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const body: Step = (attempt) => {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(attempt.received.body));
  } catch {
    return { faultClass: 'malformed-body' };
  }
  if (!isObject(value)) return { faultClass: 'malformed-body' };
  attempt.body = value;
  return undefined;
};

function grantType({ member, value, presence }: TokenB2b['grantType']): Step {
  return ({ body }) => {
    if (!body || !Object.hasOwn(body, member)) {
      return presence === 'optional' ? undefined : { faultClass: 'missing-field', field: member };
    }
    const given = body[member];
    if (typeof given !== 'string' || given === '') {
      return { faultClass: 'field-format', field: member };
    }
    return given === value ? undefined : { faultClass: 'grant-type', field: member };
  };
}

function timestampForm({ reject }: TokenB2b['timestamp']): Step {
  return ({ header }) => {
    const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
    return parsed.ok && !reject.includes(parsed.form)
      ? undefined
      : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' };
  };
}

function timestampWindow({ window }: TokenB2b['timestamp']): Step {
  const { pastSeconds, futureSeconds } =
    window === 'unspecified'
      ? { pastSeconds: usualWindowSeconds, futureSeconds: usualWindowSeconds }
      : window;
  return ({ header, now }) => {
    const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
    // A text without an instant is the step before this one's business.
    const ahead = parsed.ok ? (parsed.instant - now) / 1000 : 0;
    // A timestamp without milliseconds may be up to a second older than the instant it was made.
    return ahead <= futureSeconds && ahead >= -pastSeconds - 1
      ? undefined
      : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' };
  };
}

const client: Step = (attempt) => {
  const known = attempt.clients.get(attempt.header('X-CLIENT-KEY') ?? '');
  if (!known) return { faultClass: 'unknown-client', field: 'X-CLIENT-KEY' };
  attempt.client = known;
  return undefined;
};

/** SHA256withRSA over client_ID|X-TIMESTAMP, both exactly as sent (ASPI, request headers: X-SIGNATURE). */
function signature(settings: TokenB2b['signature']): Step {
  return ({ header, client }) => {
    const bytes = readSignature(settings, header('X-SIGNATURE') ?? '');
    const signed = tokenStringToSign(header('X-CLIENT-KEY') ?? '', header('X-TIMESTAMP') ?? '');
    return bytes && client && verifySha256Rsa(client.publicKey, signed, bytes)
      ? undefined
      : { faultClass: 'invalid-signature', field: 'X-SIGNATURE' };
  };
}

/** The steps of a server that keeps to the profile. */
export function tokenSteps(settings: TokenB2b): Record<StepName, Step> {
  return {
    path: ({ received }) => (received.path === settings.path ? undefined : { faultClass: 'path' }),
    method: ({ received }) => (received.method === 'POST' ? undefined : { faultClass: 'method' }),
    size: ({ received }) => (received.tooLarge ? { faultClass: 'malformed-body' } : undefined),
    timestampPresence: presence('X-TIMESTAMP'),
    clientKeyPresence: presence('X-CLIENT-KEY'),
    signaturePresence: presence('X-SIGNATURE'),
    contentType: contentType(settings.contentType),
    body,
    grantType: grantType(settings.grantType),
    timestampForm: timestampForm(settings.timestamp),
    timestampWindow: timestampWindow(settings.timestamp),
    client,
    signature: signature(settings.signature),
  };
}
