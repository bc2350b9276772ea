import { isUtf8 } from 'node:buffer';
import { alsoRefuse, letPass, withStep } from '../../../policies/change-policy.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** The body as text, whatever its encoding. */
function textOf({ received }: TokenAttempt): string {
  return received.body.toString('utf8');
}

/** The value of the body as JSON; undefined if it isn't JSON. */
function jsonOf(attempt: TokenAttempt): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(textOf(attempt)) };
  } catch {
    return undefined;
  }
}

/** Takes some bodies that aren't JSON objects; they need no grantType. */
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

/** grantType as a member, in any quotes or none, anywhere in the text. */
const looseGrantType = /["']?grantType["']?\s*:\s*["']client_credentials/;

/** Reads a body that says it is JSON as JSON, whatever the document says. */
const alsoJson: TokenB2bFault = {
  service: 'token-b2b',
  name: 'takes-json-for-forms',
  title: 'takes the body as JSON too, although its document has forms alone',
  trips: ['token-b2b/body/rejects-json'],
  overrides: { 'token-b2b': { body: 'form' } },
  apply: (policy) =>
    withStep(letPass(policy, ['contentType'], isJsonType), 'body', (step) => (attempt) => {
      const json = isJsonType(attempt) ? jsonOf(attempt) : undefined;
      if (!json) return step(attempt);
      attempt.body = json.value as Record<string, unknown>;
      return undefined;
    }),
};

/** What is wrong with how the body is parsed. */
export const tokenB2bJsonFaults: readonly TokenB2bFault[] = [
  alsoJson,
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
    'takes a form as OAuth does, besides JSON',
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
    name: 'mends-invalid-utf8',
    title: 'puts replacement characters in place of invalid UTF-8 in the body, and reads on',
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
];
