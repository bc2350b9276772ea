import { say } from '../../messages/message.js';
import { responseMessageOf } from '../http/answer.js';
import { headerOf } from '../http/wire.js';
import { tokenCandidates } from '../request/candidates/token-candidates.js';
import { composeTokenB2b2c, tokenB2b2cBody, tokenDraft } from '../request/token-draft.js';
import { wireSchemaOf } from '../schema/wire-schema.js';
import type { ControlState } from '../session/control-state.js';
import { type Asked, grantsOf } from '../session/customer/grants.js';
import type { Observed } from '../session/observed.js';
import { untested } from '../session/outcome.js';
import type { ServiceAdapter } from '../session/service.js';
import type { Session } from '../session/session.js';
import { requestCauses } from './token-causes.js';

/** How the access-token service B2B2C (74) is asked: with a code at first, then with what each grant gives. */
export const tokenB2b2cAdapter: ServiceAdapter<'token-b2b2c'> = {
  id: 'token-b2b2c',
  lacking: ({ customer }) =>
    customer ? undefined : untested(say('token-b2b2c/control/no-customer')),
  settings: ({ profile }) => profile.services['token-b2b2c'],
  schema: wireSchemaOf,
  spellings: ({ grantType }) => (grantType.alternatives ? grantType.authorizationCode.length : 1),
  // Of two requests at once the second would find its refresh token used up by the first.
  serial: ({ success }) => success.refreshTokens !== 'kept',
  preparing: () => ({ requests: 1, codes: 1, tokensEach: 0 }),
  prepare,
  draft: (session, instant) => {
    const grants = grantsOf(session.state);
    const { renewal, code } = grants;
    if (renewal === undefined && code === undefined) throw untested(grants.problem);
    const credential = renewal === undefined ? { authCode: code ?? '' } : { refreshToken: renewal };
    return tokenDraft(
      session.settings,
      session.signer,
      session.controlForm,
      instant,
      tokenB2b2cBody(session.settings, credential, session.spelling),
      { given: session.target.tokenHeaders ?? {} },
    );
  },
  compose: composeTokenB2b2c,
  afterControl: async (session) => {
    const grants = grantsOf(session.state);
    if (grants.refreshToken === undefined) {
      grants.renews = false;
      return;
    }
    const renewed = await session.send(session.draft(), { purpose: 'control' });
    grants.renews = session.grants(renewed);
  },
  learn,
  serves: (path, settings) => path === settings.path,
  grants: (answer) => answer.accepted && answer.token !== undefined,
  granting: say('shared/token-control/token-given'),
  candidates: ({ settings, signer }, draft) =>
    tokenCandidates('token-b2b2c', settings, signer, draft),
  causes: (observed, session) => {
    const { grantType } = session.settings;
    const message = (responseMessageOf(observed.answer) ?? '').toLowerCase();
    return [
      ...(message.includes('code') || message.includes('oauth')
        ? [say('token-b2b2c/control/code-not-valid')]
        : []),
      ...(message.includes('grant')
        ? [
            say('token-b2b2c/control/grant-types-spelled-otherwise', {
              spellings: grantType.authorizationCode,
            }),
          ]
        : []),
      ...requestCauses(observed, session),
    ];
  },
};

async function prepare({ state }: Session<'token-b2b2c'>): Promise<ControlState | undefined> {
  const problem = await grantsOf(state).ready();
  return problem === undefined
    ? undefined
    : { outcome: 'not-sent', message: problem, exchanges: [], readable: false };
}

function learn(
  { sent, answer, context }: Observed<'token-b2b2c'>,
  session: Session<'token-b2b2c'>,
): void {
  if (!answer) return;
  const grants = grantsOf(session.state);
  const asked = membersOf(sent.request.body);
  if (session.grants({ answer })) {
    const own = headerOf(sent.request.headers, 'x-client-key') === session.signer.clientId;
    grants.granted(asked, answer.refreshToken, own);
    // A server that broke may have used up what it was asked with.
  } else if (!context.mutation || answer.status >= 500) grants.refused(asked);
}

function membersOf(body: Buffer | undefined): Asked {
  try {
    const value = JSON.parse(body?.toString('utf8') ?? '') as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
