import { randomBytes } from 'node:crypto';
import type { TokenB2b2c } from '../../../schemas/resolved.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import type { Decision } from '../answers/decision.js';
import { headerOf, type Received } from '../answers/received.js';
import { refuse } from '../answers/refuse.js';
import { type SandboxAnswer, snapAnswer } from '../answers/sandbox-answer.js';
import type { Registry } from '../tokens/client.js';
import { firstRefusal } from '../tokens/first-refusal.js';
import { issueJwt, opaqueToken, usualTokenType } from '../tokens/issue.js';
import type { IssuedTokens } from '../tokens/issued-tokens.js';
import { type TokenB2b2cGrant, type TokenB2b2cPolicy, tokenB2b2cStepNames } from './policy.js';
import { tokenB2b2cSteps } from './steps.js';
import { TokenB2b2cStore } from './store.js';

/** The standard's 15 days, for a document that states no lifetime. */
const usualSeconds = 15 * 24 * 60 * 60;

/** Where a sandbox gives authorization codes, as a consenting customer would: POST, with clientId in the query. */
export const authCodePath = '/sandbox/auth-codes';

/** The policy of a server that keeps to the profile. */
export function conformingTokenB2b2c(settings: TokenB2b2c): TokenB2b2cPolicy {
  const { tokenKind, expiryTime } = settings.success;
  const store = new TokenB2b2cStore();
  const seconds =
    expiryTime.accessTokenSeconds === 'unspecified' ? usualSeconds : expiryTime.accessTokenSeconds;
  return {
    settings,
    store,
    header: headerOf,
    steps: tokenB2b2cSteps(settings, store),
    seconds,
    refreshSeconds: seconds,
    issue: tokenKind === 'jwt' ? issueJwt : async () => opaqueToken(),
    issueRefreshToken: () => randomBytes(48).toString('base64url'),
    onGrant: (answer) => answer,
    onRefusal: (answer) => answer,
  };
}

/** Answers one request: the first step that refuses decides; a request that passes all gets tokens. */
export async function answerTokenB2b2c(
  policy: TokenB2b2cPolicy,
  clients: Registry,
  tokens: IssuedTokens,
  received: Received,
): Promise<Decision> {
  const decided = firstRefusal(policy, tokenB2b2cStepNames, clients, received);
  if (decided.refusal) {
    const { attempt, step, refusal } = decided;
    const { now, client } = attempt;
    return {
      answer: policy.onRefusal(refuse(policy.settings, refusal, now), refusal, attempt),
      refused: { step, refusal, now, client },
    };
  }
  const { attempt } = decided;
  const { client, now } = attempt;
  const { seconds, refreshSeconds } = policy;
  const refreshToken = policy.issueRefreshToken();
  const grant: TokenB2b2cGrant = { client, now, seconds, refreshSeconds, refreshToken };
  const token = await policy.issue(grant);
  tokens.add(token, { client, expiresAt: now + seconds * 1000 });
  policy.store.addRefreshToken(refreshToken, client, now + refreshSeconds * 1000);
  const answer = grantAnswer(policy.settings, grant, token);
  return { answer: policy.onGrant(answer, grant, received) };
}

function grantAnswer(
  { success }: TokenB2b2c,
  grant: TokenB2b2cGrant,
  accessToken: string,
): SandboxAnswer {
  const { client, now, seconds, refreshSeconds, refreshToken } = grant;
  const [form] = success.expiryTime.forms;
  const answer = snapAnswer(200, formatTimestamp(now, success.headers.timestampForms[0]), {
    responseCode: [success.code].flat()[0],
    responseMessage: success.message,
    accessToken,
    tokenType: usualTokenType(success.tokenTypes),
    accessTokenExpiryTime: formatTimestamp(now + seconds * 1000, form),
    refreshToken,
    refreshTokenExpiryTime: formatTimestamp(now + refreshSeconds * 1000, form),
    ...(success.additionalInfo !== 'unspecified' && {
      additionalInfo: success.additionalInfo === 'object' ? {} : '',
    }),
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'X-CLIENT-KEY': client.clientId,
      // RFC 6749 section 5.1: an answer with a token isn't to be stored.
      'Cache-Control': 'no-store',
    },
  };
}

/** Gives a code to the client that the query names; with `expired=true` one that is too old. */
export function answerAuthCode(
  { store }: TokenB2b2cPolicy,
  clients: Registry,
  received: Received,
): SandboxAnswer {
  const query = new URLSearchParams(received.target.split('?')[1]);
  const client = clients.get(query.get('clientId') ?? '');
  const timestamp = formatTimestamp(Date.now(), 'offset');
  if (received.method !== 'POST' || !client)
    return snapAnswer(400, timestamp, { error: 'POST with the clientId of a registered client' });
  return snapAnswer(200, timestamp, {
    authCode: store.issueCode(client, query.get('expired') === 'true'),
  });
}
