import type { TokenB2b } from '../../../schemas/resolved.js';
import type { Decision } from '../answers/decision.js';
import { headerOf, type Received } from '../answers/received.js';
import { refuse } from '../answers/refuse.js';
import { type SandboxAnswer, snapAnswer, stampOf } from '../answers/sandbox-answer.js';
import type { Registry } from '../tokens/client.js';
import { firstRefusal } from '../tokens/first-refusal.js';
import { issueJwt, opaqueToken, usualTokenType } from '../tokens/issue.js';
import type { IssuedTokens } from '../tokens/issued-tokens.js';
import type { TokenGrant } from '../tokens/policy.js';
import { type TokenB2bPolicy, tokenB2bStepNames } from './policy.js';
import { tokenB2bSteps } from './steps.js';

/** The standard's 15 minutes, for a document that states no lifetime. */
const usualSeconds = 15 * 60;

/** The policy of a server that keeps to the profile. */
export function conformingTokenB2b(settings: TokenB2b): TokenB2bPolicy {
  const { seconds } = settings.success.expiresIn;
  return {
    settings,
    header: headerOf,
    steps: tokenB2bSteps(settings),
    seconds: seconds === 'unspecified' ? usualSeconds : seconds,
    issue: settings.success.tokenKind === 'jwt' ? issueJwt : async () => opaqueToken(),
    onGrant: (answer) => answer,
    onRefusal: (answer) => answer,
  };
}

/** Answers one request: the first step that refuses decides; a request that passes all gets a token. */
export async function answerTokenB2b(
  policy: TokenB2bPolicy,
  clients: Registry,
  tokens: IssuedTokens,
  received: Received,
): Promise<Decision> {
  const decided = firstRefusal(policy, tokenB2bStepNames, clients, received);
  if (decided.refusal) {
    const { attempt, step, refusal } = decided;
    const { now, client } = attempt;
    return {
      answer: policy.onRefusal(refuse(policy.settings, refusal, now), refusal, attempt),
      refused: { step, refusal, now, client },
    };
  }
  const { attempt } = decided;
  const grant = { client: attempt.client, seconds: policy.seconds, now: attempt.now };
  const token = await policy.issue(grant);
  tokens.add(token, { client: grant.client, expiresAt: grant.now + grant.seconds * 1000 });
  const answer = tokenB2bGrantAnswer(policy.settings, grant, token);
  return { answer: policy.onGrant(answer, grant, received) };
}

/** The answer to a granted request, as the profile has it: the body, and the headers that it names. */
export function tokenB2bGrantAnswer(
  { success }: TokenB2b,
  { client, seconds, now }: TokenGrant,
  accessToken: string,
): SandboxAnswer {
  const [code] = [success.code].flat();
  const answer = snapAnswer(200, stampOf(success.headers, now), {
    responseCode: success.codeTypes[0] === 'string' ? code : Number(code),
    responseMessage: success.message,
    accessToken,
    tokenType: usualTokenType(success.tokenTypes),
    expiresIn: success.expiresIn.types[0] === 'string' ? String(seconds) : seconds,
    ...(success.additionalInfo !== 'unspecified' && {
      additionalInfo: success.additionalInfo === 'object' ? {} : '',
    }),
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...(success.headers['X-CLIENT-KEY'] !== 'unspecified' && {
        'X-CLIENT-KEY': client.clientId,
      }),
      // RFC 6749 section 5.1: an answer with a token isn't to be stored.
      'Cache-Control': 'no-store',
    },
  };
}
