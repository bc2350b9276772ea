import type { TokenB2b } from '../../../schemas/resolved.js';
import { formatTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { compose, type Mutation, type TokenDraft } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import { hmacWithSecret, type WrongRule, wrongRules } from '../request/wrong-token-rules.js';
import { wireSchemaOf } from '../schema/wire-schema.js';
import type { ServiceAdapter } from '../session/service.js';
import { tokenCauses } from './token-causes.js';

/** The valid token request of a client, in one form of X-TIMESTAMP, at an instant in epoch milliseconds of the target. */
export function tokenB2bDraft(
  { path, grantType, signature }: TokenB2b,
  signer: Signer,
  form: TimestampForm,
  instant: number,
): TokenDraft {
  return {
    method: 'POST',
    path,
    clientId: signer.clientId,
    timestamp: formatTimestamp(instant, form),
    key: signer.key,
    signing: signer.signing(signature.encoding),
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify({ [grantType.member]: grantType.value })),
    chunked: false,
  };
}

/** How the access-token service B2B (73) is asked. */
export const tokenB2bAdapter: ServiceAdapter = {
  id: 'token-b2b',
  settings: ({ profile }) => profile.services['token-b2b'],
  schema: wireSchemaOf,
  draft: (session, instant) =>
    tokenB2bDraft(session.settings, session.signer, session.controlForm, instant),
  compose,
  serves: (path, { settings }) => path === settings.path,
  // A token that is wrapped in a refusal isn't given.
  grants: (answer) => answer.accepted && answer.token !== undefined,
  granting: 'a token was given',
  wrongRules: ({ signer }) => signedByWrongRules(signer),
  causes: tokenCauses,
};

/** The control of a token service under each known wrong rule. */
export function signedByWrongRules(signer: Signer): Mutation[] {
  const rules: WrongRule[] = Object.values<WrongRule>(wrongRules);
  if (signer.clientSecret !== undefined) rules.push(hmacWithSecret(signer.clientSecret));
  return rules.map((rule) => ({
    name: `signed ${rule.says}`,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({ ...draft, signing: rule.signing(draft.signing, signer) }),
  }));
}
