import type { TokenB2b } from '../../../schemas/resolved.js';
import type { Answer } from '../answers/answer.js';
import { headerOf, type Received } from '../answers/received.js';
import { refuse } from '../answers/refuse.js';
import type { Registry } from '../tokens/client.js';
import { firstRefusal } from '../tokens/first-refusal.js';
import { issueJwt, opaqueToken } from '../tokens/issue.js';
import type { IssuedTokens } from '../tokens/issued-tokens.js';
import { grantAnswer } from './grant.js';
import { type Policy, stepNames } from './policy.js';
import { tokenSteps } from './steps.js';

/** The policy of a server that keeps to the profile. */
export function conformingPolicy(settings: TokenB2b): Policy {
  const { seconds } = settings.success.expiresIn;
  return {
    settings,
    header: headerOf,
    steps: tokenSteps(settings),
    // The standard's 15 minutes, where the document names no lifetime.
    seconds: seconds === 'unspecified' ? 900 : seconds,
    issue: settings.success.tokenKind === 'jwt' ? issueJwt : async () => opaqueToken(),
    onGrant: (answer) => answer,
    onRefusal: (answer) => answer,
  };
}

/** Answers one token request: the first step that refuses decides; past the last there is a token. */
export async function answerToken(
  policy: Policy,
  clients: Registry,
  tokens: IssuedTokens,
  received: Received,
): Promise<Answer> {
  const { attempt, refusal } = firstRefusal(policy, stepNames, clients, received);
  if (refusal)
    return policy.onRefusal(refuse(policy.settings, refusal, attempt.now), refusal, attempt);
  const grant = { client: attempt.client, seconds: policy.seconds, now: attempt.now };
  const token = await policy.issue(grant);
  tokens.add(token, { client: grant.client, expiresAt: grant.now + grant.seconds * 1000 });
  return policy.onGrant(grantAnswer(policy.settings, grant, token), grant, received);
}
