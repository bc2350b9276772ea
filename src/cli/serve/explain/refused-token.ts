import type { IssuedToken } from '../../../sandbox/tokens/issued-tokens.js';
import { type Explain, type Explanation, sentHeader } from './refused-request.js';

const fresh = 'ask the token service for a new one';

/** Why an access token is refused. */
export const refusedToken: Explain = ({ refused, rules }) => {
  const { step, issued, client, now } = refused;
  const path = rules.profile.services['token-b2b'].path;
  switch (step) {
    case 'tokenPresence':
      return {
        why: 'Authorization does not hold "Bearer", a space and a token',
        remedy: `send "Authorization: Bearer" with the token that POST ${path} gave`,
      };
    case 'client':
      return unknownOrExpired('the access token', issued, now, `ask POST ${path} for a new one`);
    case 'tokenOwner':
      return {
        why: `the access token was given to ${client?.clientId}, and X-PARTNER-ID is that of another client`,
        remedy: 'send the token and the partner id of the same client',
      };
    case 'tokenUnused':
      return issued?.used
        ? { why: 'the access token was used already, and the profile takes it once', remedy: fresh }
        : undefined;
    default:
      return undefined;
  }
};

/** Why a customer's token is refused. */
export const refusedCustomerToken: Explain = ({ refused, rules }) => {
  const { customerIssued: issued, client, now } = refused;
  const remedy = `ask POST ${rules.profile.services['token-b2b2c'].path} for a new one`;
  if (issued && issued.expiresAt > now && issued.client.clientId !== client?.clientId)
    return {
      why: `the customer's token in Authorization-Customer was given to ${issued.client.clientId}`,
      remedy: `send one that was given to ${client?.clientId}`,
    };
  return unknownOrExpired("the customer's token in Authorization-Customer", issued, now, remedy);
};

function unknownOrExpired(
  what: string,
  issued: IssuedToken | undefined,
  now: number,
  remedy: string,
): Explanation | undefined {
  if (!issued) return { why: `${what} is none that this sandbox gave`, remedy };
  return issued.expiresAt <= now
    ? { why: `${what} expired at ${new Date(issued.expiresAt).toISOString()}`, remedy }
    : undefined;
}

const credentials = {
  'invalid-code': ['the authorization code', 'get a new code by the consent of the customer'],
  'invalid-refresh-token': ['the refresh token', 'send the latest one, or get a new code'],
} as const;

/** What each step finds wrong with a code or a refresh token, by the end of its name. */
const states: Readonly<Record<string, string>> = {
  Known: 'is none that this sandbox gave',
  Owner: 'was given to another client',
  Expiry: 'has expired',
  Use: 'was used already',
};

/** Why an authorization code or a refresh token is refused. */
export function refusedCredential(kind: keyof typeof credentials): Explain {
  const [what, remedy] = credentials[kind];
  return ({ refused }) => {
    const [, end = ''] = /^(?:code|refreshToken)([A-Z]\w+)$/.exec(refused.step) ?? [];
    const state = states[end];
    return state === undefined ? undefined : { why: `${what} ${state}`, remedy };
  };
}

/** Why a client id is refused, with the one that was probably meant. */
export const refusedClient: Explain = (request) => {
  const ids = request.rules.clients.map(({ clientId }) => clientId);
  const sent = sentHeader(request, 'X-CLIENT-KEY');
  if (ids.includes(sent)) return undefined;
  const plain = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, '');
  const meant = ids.find((id) => plain(id) === plain(sent));
  return {
    why: meant
      ? `X-CLIENT-KEY differs from ${meant} in letter case or in characters besides letters and digits`
      : 'X-CLIENT-KEY is that of no client that the sandbox knows',
    remedy: `send ${meant ?? `one of these: ${ids.join(', ')}`}`,
  };
};
