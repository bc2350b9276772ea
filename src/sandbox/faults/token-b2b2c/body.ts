import { alsoRefuse, letPass, withStep } from '../../policies/change-policy.js';
import type { TokenB2b2cPolicy, TokenB2b2cStepName } from '../../token-b2b2c/policy.js';
import type { TokenAttempt } from '../../tokens/policy.js';
import type { TokenB2b2cFault } from '../fault.js';

type Kind = (attempt: TokenAttempt) => boolean;

const member = ({ body }: TokenAttempt, name: string): unknown => body?.[name];
const grantTypeOf = (attempt: TokenAttempt) => String(member(attempt, 'grantType')).toLowerCase();
const isCodeGrant: Kind = (attempt) => grantTypeOf(attempt) === 'authorization_code';
const isLong = (text: unknown, longest: number) =>
  typeof text === 'string' && text.length > longest;

/** Takes some requests that one step refuses, whatever credential they hold. */
function takes(
  step: TokenB2b2cStepName,
  name: string,
  title: string,
  trips: string,
  kind: Kind,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title,
    trips: [`token-b2b2c/body/${trips}`],
    apply: (policy) => takeAnyway(policy, step, kind),
  };
}

function takeAnyway(
  policy: TokenB2b2cPolicy,
  step: TokenB2b2cStepName,
  kind: Kind,
): TokenB2b2cPolicy {
  const taken = new WeakSet<TokenAttempt>();
  const noting = withStep(policy, step, (usual) => (attempt) => {
    const refusal = usual(attempt);
    if (!refusal || !kind(attempt)) return refusal;
    taken.add(attempt);
    return undefined;
  });
  const rest = (
    ['grantType', 'credential', 'codeKnown', 'refreshTokenKnown'] as TokenB2b2cStepName[]
  ).filter((name) => name !== step);
  return letPass(noting, rest, (attempt) => taken.has(attempt));
}

/** What is wrong with how the body is read. */
export const tokenB2b2cBodyFaults: readonly TokenB2b2cFault[] = [
  {
    service: 'token-b2b2c',
    name: 'b2b2c-capital-grant-types-alone',
    title: 'refuses the grant types in small letters, which its document prints too',
    trips: ['token-b2b2c/body/accepts-documented-grant-types'],
    // If the spellings were alternatives, one of them would be enough.
    overrides: { 'token-b2b2c': { grantType: { alternatives: false } } },
    apply: (policy) =>
      alsoRefuse(policy, (attempt) =>
        /[a-z]/.test(String(member(attempt, 'grantType')))
          ? { faultClass: 'grant-type', field: 'grantType' }
          : undefined,
      ),
  },
  takes(
    'grantType',
    'b2b2c-grant-type-may-be-missing',
    'goes by whichever credential it finds when grantType is missing',
    'rejects-missing-grant-type',
    ({ body }) => !Object.hasOwn(body ?? {}, 'grantType'),
  ),
  takes(
    'grantType',
    'b2b2c-takes-any-grant-type',
    'takes any other text for a grantType, except that of the service B2B',
    'rejects-other-grant-type',
    (attempt) =>
      typeof member(attempt, 'grantType') === 'string' &&
      /\S/.test(grantTypeOf(attempt)) &&
      !['client_credentials', 'authorization_code', 'refresh_token'].includes(grantTypeOf(attempt)),
  ),
  takes(
    'grantType',
    'b2b2c-takes-client-credentials',
    "gives a customer's token for the grantType of the service B2B",
    'rejects-client-credentials',
    (attempt) => grantTypeOf(attempt) === 'client_credentials',
  ),
  {
    ...takes(
      'grantType',
      'b2b2c-grant-type-in-any-case',
      'compares grantType without regard to letter case although its document is strict',
      'rejects-grant-type-case',
      (attempt) => ['authorization_code', 'refresh_token'].includes(grantTypeOf(attempt)),
    ),
    // No shipped document is strict about letter case.
    overrides: { 'token-b2b2c': { grantType: { letterCase: 'strict' } } },
  },
  takes(
    'credential',
    'b2b2c-code-may-be-missing',
    'gives tokens when authCode is missing, as for a customer who is known already',
    'rejects-missing-auth-code',
    (attempt) => isCodeGrant(attempt) && member(attempt, 'authCode') === undefined,
  ),
  takes(
    'credential',
    'b2b2c-refresh-token-may-be-missing',
    "refreshes the client's latest grant when refreshToken is missing",
    'rejects-missing-refresh-token',
    (attempt) => !isCodeGrant(attempt) && member(attempt, 'refreshToken') === undefined,
  ),
  takes(
    'credential',
    'b2b2c-code-of-any-type',
    'looks up an authCode that is not a text, and finds one',
    'rejects-non-string-auth-code',
    (attempt) => {
      const code = member(attempt, 'authCode');
      return (
        isCodeGrant(attempt) && code !== undefined && (typeof code !== 'string' || code === '')
      );
    },
  ),
  takes(
    'credential',
    'b2b2c-takes-over-long-codes',
    'cuts an over-long authCode, and takes what is left',
    'rejects-over-long-auth-code',
    (attempt) => isCodeGrant(attempt) && isLong(member(attempt, 'authCode'), 256),
  ),
  takes(
    'credential',
    'b2b2c-takes-over-long-refresh-tokens',
    'cuts an over-long refreshToken, and takes what is left',
    'rejects-over-long-refresh-token',
    (attempt) => !isCodeGrant(attempt) && isLong(member(attempt, 'refreshToken'), 512),
  ),
  takes(
    'body',
    'b2b2c-takes-malformed-bodies',
    'searches the text of a body that it cannot parse for a grant type',
    'rejects-malformed-json',
    ({ received }) => /refresh_token/i.test(received.body.toString('utf8')),
  ),
];
