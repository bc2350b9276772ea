import type { Attempt } from '../policy.js';
import { alsoRefuse, type Fault, letPass } from './fault.js';

/** The body as text, whatever its encoding. */
function textOf({ received }: Attempt): string {
  return received.body.toString('utf8');
}

/** What the body is as JSON; undefined where it isn't any. */
function jsonOf(attempt: Attempt): { value: unknown } | undefined {
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
): Fault {
  return {
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
  fits: (attempt: Attempt) => boolean,
): Fault {
  return {
    name,
    title,
    trips: [`token-b2b/body/${trips}`],
    apply: (policy) => letPass(policy, ['contentType', 'body', 'grantType'], fits),
  };
}

function isJsonType({ header }: Attempt): boolean {
  return /^application\/json\b/i.test(header('Content-Type') ?? '');
}

/** The letters of a grantType: what is left when only its case and its underscores are changed. */
function bare(grantType: string): string {
  return grantType.toLowerCase().replaceAll('_', '');
}

/** grantType as a member, in any quotes or none, anywhere in a text. */
const looseGrantType = /["']?grantType["']?\s*:\s*["']client_credentials/;

/** What is wrong with the reading of the body. */
export const bodyFaults: readonly Fault[] = [
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
];
