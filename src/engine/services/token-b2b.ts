import { say } from '../../messages/message.js';
import { servedPaths } from '../../protocol/served-paths.js';
import { compose, type SignedByRule, type TokenDraft } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import { tokenB2bDraft } from '../request/token-draft.js';
import { hmacWithSecret, type WrongRule, wrongRules } from '../request/wrong-token-rules.js';
import { wireSchemaOf } from '../schema/wire-schema.js';
import type { ServiceAdapter } from '../session/service.js';
import { tokenCauses } from './token-causes.js';

/** How the access-token service B2B (73) is asked. */
export const tokenB2bAdapter: ServiceAdapter<'token-b2b'> = {
  id: 'token-b2b',
  settings: ({ profile }) => profile.services['token-b2b'],
  schema: wireSchemaOf,
  draft: ({ settings, signer, controlForm, target }, instant) =>
    tokenB2bDraft(settings, signer, controlForm, instant, target.tokenHeaders),
  compose,
  serves: (path, settings) => servedPaths(settings).includes(path),
  // A token that is wrapped in a refusal isn't given.
  grants: (answer) => answer.accepted && answer.token !== undefined,
  granting: say('shared/token-control/token-given'),
  wrongRules: ({ signer }) => signedByWrongRules(signer),
  causes: tokenCauses,
};

/** The control of a token service under each known wrong rule. */
export function signedByWrongRules(signer: Signer): SignedByRule<TokenDraft>[] {
  const rules: WrongRule[] = Object.values<WrongRule>(wrongRules);
  if (signer.clientSecret !== undefined) rules.push(hmacWithSecret(signer.clientSecret));
  return rules.map((rule) => ({
    name: say('signing/rules/signed', { rule: rule.says }),
    setting: rule.setting === undefined ? undefined : () => rule.setting as string,
    field: 'header X-SIGNATURE',
    apply: (draft) => ({ ...draft, signing: rule.signing(draft.signing, signer) }),
  }));
}
