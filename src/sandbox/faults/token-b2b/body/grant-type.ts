import { letPass } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** Takes requests with some values of grantType; undefined: it is absent. */
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

/** The letters of a grantType, which stay the same if only its case and its underscores change. */
function bare(grantType: string): string {
  return grantType.toLowerCase().replaceAll('_', '');
}

/** What is wrong with how grantType is read. */
export const tokenB2bGrantTypeFaults: readonly TokenB2bFault[] = [
  takesGrantType(
    'grant-type-may-be-missing',
    'takes client_credentials for granted when grantType is missing',
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
    'looks at grantType only if it is a string',
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
    name: 'reads-members-in-any-case',
    title: 'reads the body into a struct whose library ignores the letter case of names',
    trips: ['token-b2b/body/rejects-member-case'],
    apply: (policy) => {
      const { member, value } = policy.settings.grantType;
      return letPass(policy, ['grantType'], ({ body = {} }) =>
        Object.entries(body).some(
          ([name, held]) => name.toLowerCase() === member.toLowerCase() && held === value,
        ),
      );
    },
  },
  {
    service: 'token-b2b',
    name: 'last-grant-type-counts',
    title: 'takes the last of two grantType members, as its JSON parser does',
    trips: ['token-b2b/body/rejects-duplicate-grant-type'],
    apply: (policy) => letPass(policy, ['body'], ({ body }) => body !== undefined),
  },
];
