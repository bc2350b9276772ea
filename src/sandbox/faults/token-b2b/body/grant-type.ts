import { isUtf8 } from 'node:buffer';
import type { Received } from '../../../answers/received.js';
import type { SandboxAnswer } from '../../../answers/sandbox-answer.js';
import {
  alsoRefuse,
  changeGrant,
  changeRefusal,
  letPass,
  withStep,
} from '../../../policies/change-policy.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** The body as text, whatever its encoding. */
function textOf({ received }: TokenAttempt): string {
  return received.body.toString('utf8');
}

/** What the body is as JSON; undefined where it isn't any. */
function jsonOf(attempt: TokenAttempt): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(textOf(attempt)) };
  } catch {
    return undefined;
  }
}

/** Takes requests whose grantType has a value of some kind; no value: it is absent. */
function takesGrantType(
  name: string,
  title: string,
  trips: string,
  fits: (given: unknown, right: string) => boolean,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/body/${trips}`],
    apply: (policy) => {
      const { member, value } = policy.settings.grantType;
      return letPass(
        policy,
        ['grantType'],
        ({ body }) => body !== undefined && fits(body[member], value),
      );
    },
  };
}

/** Takes bodies of some kind that are no JSON object; they need no grantType. */
function takesBody(
  name: string,
  title: string,
  trips: string,
  fits: (attempt: TokenAttempt) => boolean,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/body/${trips}`],
    apply: (policy) => letPass(policy, ['contentType', 'body', 'grantType'], fits),
  };
}

function isJsonType({ header }: TokenAttempt): boolean {
  return /^application\/json\b/i.test(header('Content-Type') ?? '');
}

const byteOrderMark = Buffer.from('\uFEFF');
/** Levels that a stack of the usual size holds, where each takes a frame or two. */
const deepestStack = 5_000;
/** Bytes that a small process holds several times over. */
const largestBody = 500_000;

/** Cuts the connection on requests of some kind, whatever the answer would have been. */
function breaksOff(
  name: string,
  title: string,
  trips: string,
  fits: (received: Received) => boolean,
): TokenB2bFault {
  const cutFor = (answer: SandboxAnswer, received: Received): SandboxAnswer =>
    fits(received) ? { ...answer, transport: { ...answer.transport, cut: true } } : answer;
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/body/${trips}`],
    apply: (policy) =>
      changeRefusal(
        changeGrant(policy, (answer, _grant, received) => cutFor(answer, received)),
        (answer, _refusal, { received }) => cutFor(answer, received),
      ),
  };
}

/** The letters of a grantType: what is left when only its case and its underscores are changed. */
function bare(grantType: string): string {
  return grantType.toLowerCase().replaceAll('_', '');
}

/** grantType as a member, in any quotes or none, anywhere in a text. */
const looseGrantType = /["']?grantType["']?\s*:\s*["']client_credentials/;

/** What is wrong with the reading of the body. */
export const bodyFaults: readonly TokenB2bFault[] = [
  takesGrantType(
    'grant-type-may-be-missing',
    'takes client_credentials for granted where grantType is missing',
    'rejects-missing-grant-type',
    (given) => given === undefined,
  ),
  takesGrantType(
    'grant-type-may-be-empty',
    'takes an empty grantType for the usual one',
    'rejects-empty-grant-type',
    (given) => given === '',
  ),
  takesGrantType(
    'grant-type-may-be-null',
    'takes null for a grantType that was left out, and that for the usual one',
    'rejects-null-grant-type',
    (given) => given === null,
  ),
  takesGrantType(
    'grant-type-of-any-type',
    'looks at grantType only where it is a string',
    'rejects-non-string-grant-type',
    (given) => given !== undefined && given !== null && typeof given !== 'string',
  ),
  takesGrantType(
    'any-grant-type',
    'checks that grantType is there, not what it says',
    'rejects-other-grant-type',
    (given, right) => typeof given === 'string' && given !== '' && bare(given) !== bare(right),
  ),
  takesGrantType(
    'grant-type-in-any-case',
    'compares grantType without regard to letter case and underscores',
    'rejects-grant-type-case',
    (given, right) => typeof given === 'string' && bare(given) === bare(right),
  ),
  takesBody(
    'lenient-json',
    'reads the body with a lenient parser: trailing commas, comments, single quotes, loose ends',
    'rejects-malformed-json',
    (attempt) =>
      isJsonType(attempt) && jsonOf(attempt) === undefined && looseGrantType.test(textOf(attempt)),
  ),
  takesBody(
    'body-may-be-empty',
    'grants without a body',
    'rejects-empty-body',
    (attempt) => isJsonType(attempt) && attempt.received.body.length === 0,
  ),
  takesBody(
    'any-json-value',
    'asks that the body is JSON, not that it is an object',
    'rejects-non-object',
    (attempt) => {
      const json = isJsonType(attempt) ? jsonOf(attempt) : undefined;
      if (!json) return false;
      const { value } = json;
      return typeof value !== 'object' || value === null || Array.isArray(value);
    },
  ),
  takesBody(
    'takes-forms',
    'takes a form as OAuth does, beside JSON',
    'rejects-form-encoded',
    (attempt) => new URLSearchParams(textOf(attempt)).get('grantType') === 'client_credentials',
  ),
  {
    service: 'token-b2b',
    name: 'searches-body-for-grant-type',
    title:
      'finds grantType by a pattern over the text, which knows neither white space nor escapes',
    trips: ['token-b2b/body/accepts-any-rendering'],
    apply: (policy) => {
      const { member, value } = policy.settings.grantType;
      return alsoRefuse(policy, (attempt) =>
        textOf(attempt).includes(`"${member}":"${value}"`)
          ? undefined
          : { faultClass: 'missing-field', field: member },
      );
    },
  },
  {
    service: 'token-b2b',
    name: 'additional-info-must-be-empty',
    title: 'refuses an additionalInfo that holds anything',
    trips: ['token-b2b/body/accepts-additional-info'],
    apply: (policy) =>
      alsoRefuse(policy, ({ body }) => {
        const info = body?.['additionalInfo'];
        return typeof info === 'object' && info !== null && Object.keys(info).length > 0
          ? { faultClass: 'field-format', field: 'additionalInfo' }
          : undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'refuses-unknown-members',
    title: 'refuses a body with members that its document does not name',
    trips: ['token-b2b/body/accepts-unknown-members'],
    apply: (policy) => {
      const known = [policy.settings.grantType.member, 'additionalInfo'];
      return alsoRefuse(policy, ({ body = {} }) => {
        const unknown = Object.keys(body).find((name) => !known.includes(name));
        return unknown === undefined ? undefined : { faultClass: 'malformed-body' };
      });
    },
  },
  {
    service: 'token-b2b',
    name: 'takes-oauth-member-name',
    title: 'takes grant_type, as OAuth spells it, for grantType',
    trips: ['token-b2b/body/rejects-oauth-member-name'],
    apply: (policy) => {
      const { member, value } = policy.settings.grantType;
      return letPass(
        policy,
        ['grantType'],
        ({ body = {} }) => !Object.hasOwn(body, member) && body['grant_type'] === value,
      );
    },
  },
  {
    service: 'token-b2b',
    name: 'mends-invalid-utf8',
    title: 'puts replacement characters where the body is no UTF-8, and reads on',
    trips: ['token-b2b/body/rejects-invalid-utf8'],
    apply: (policy) =>
      withStep(policy, 'body', (step) => (attempt) => {
        const refusal = step(attempt);
        if (!refusal || isUtf8(attempt.received.body)) return refusal;
        const value = jsonOf(attempt)?.value;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return refusal;
        attempt.body = value as Record<string, unknown>;
        return undefined;
      }),
  },
  {
    service: 'token-b2b',
    name: 'last-grant-type-counts',
    title: 'takes the last of two grantType members, as its JSON parser does',
    trips: ['token-b2b/body/rejects-duplicate-grant-type'],
    apply: (policy) => letPass(policy, ['body'], ({ body }) => body !== undefined),
  },
  breaksOff(
    'byte-order-mark-breaks-it',
    'dies of a byte order mark before the JSON, and the connection with it',
    'survives-byte-order-mark',
    ({ body }) => body.subarray(0, 3).equals(byteOrderMark),
  ),
  breaksOff(
    'deep-nesting-breaks-it',
    'descends into the body by recursion until its stack is used up',
    'survives-deep-nesting',
    ({ body }) => body.toString('latin1').split(/[[{]/).length > deepestStack,
  ),
  breaksOff(
    'large-bodies-break-it',
    'runs out of memory over a body of a megabyte, and is started anew',
    'survives-large-body',
    ({ headers }) => Number(headers['content-length'] ?? 0) > largestBody,
  ),
];
