import { say } from '../../messages/message.js';
import { servedPaths } from '../../protocol/served-paths.js';
import { tokenCandidates } from '../request/candidates/token-candidates.js';
import { compose } from '../request/draft.js';
import { tokenB2bDraft } from '../request/token-draft.js';
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
  candidates: ({ settings, signer }, draft) =>
    tokenCandidates('token-b2b', settings, signer, draft),
  causes: tokenCauses,
};
