import type { TokenB2b2c } from '../../../schemas/resolved.js';
import { formatTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import type { ControlState } from '../control/control.js';
import { headerOf, type WireRequest } from '../http/wire.js';
import { compose, type TokenDraft } from '../request/draft.js';
import type { Signer } from '../request/signer.js';
import { wireSchemaOf } from '../schema/wire-schema.js';
import type { Asked, CustomerGrants } from '../session/customer/grants.js';
import { untested } from '../session/outcome.js';
import type { ServiceAdapter } from '../session/service.js';
import type { Observed, Session } from '../session/session.js';
import type { TargetState } from '../session/target-state.js';
import { signedByWrongRules } from './token-b2b.js';
import { requestCauses } from './token-causes.js';

/** What a customer's token is asked for with. */
export type CustomerCredential = { authCode: string } | { refreshToken: string };

/** The body of a request, its grantType in one of the documented spellings. */
export function tokenB2b2cBody(
  { grantType }: TokenB2b2c,
  credential: CustomerCredential,
  spelling = 0,
): Record<string, unknown> {
  const spellings = 'authCode' in credential ? grantType.authorizationCode : grantType.refreshToken;
  return { grantType: spellings[spelling] ?? spellings[0], ...credential };
}

/** The valid request of a client, in one form of X-TIMESTAMP, at an instant in epoch milliseconds of the target. */
export function tokenB2b2cDraft(
  settings: TokenB2b2c,
  signer: Signer,
  form: TimestampForm,
  instant: number,
  body: Record<string, unknown>,
): TokenDraft {
  return {
    method: 'POST',
    path: settings.path,
    clientId: signer.clientId,
    timestamp: formatTimestamp(instant, form),
    key: signer.key,
    signing: signer.signing(settings.signature.encoding),
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(body)),
    chunked: false,
  };
}

/** Signs a draft. A code that a request may have used up isn't sent again by a retry. */
export async function composeTokenB2b2c(draft: TokenDraft): Promise<WireRequest> {
  return { ...(await compose(draft)), notRepeatable: true };
}

/** How the access-token service B2B2C (74) is asked: with a code at first, then with what each grant gives. */
export const tokenB2b2cAdapter: ServiceAdapter<'token-b2b2c'> = {
  id: 'token-b2b2c',
  lacking: ({ customer }) =>
    customer
      ? undefined
      : untested('no customer in the config: authorization codes of a customer are needed'),
  settings: ({ profile }) => profile.services['token-b2b2c'],
  schema: wireSchemaOf,
  spellings: ({ grantType }) => (grantType.alternatives ? grantType.authorizationCode.length : 1),
  // Of two requests at once the second would find its refresh token used up by the first.
  serial: ({ success }) => success.refreshTokens !== 'kept',
  preparing: () => ({ requests: 1, codes: 1 }),
  prepare,
  draft: (session, instant) => {
    const grants = grantsOf(session.state);
    const { renewal, code } = grants;
    if (renewal === undefined && code === undefined) throw untested(grants.problem);
    const credential = renewal === undefined ? { authCode: code ?? '' } : { refreshToken: renewal };
    return tokenB2b2cDraft(
      session.settings,
      session.signer,
      session.controlForm,
      instant,
      tokenB2b2cBody(session.settings, credential, session.spelling),
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
  serves: (path, { settings }) => path === settings.path,
  grants: (answer) => answer.accepted && answer.token !== undefined,
  granting: 'a token was given',
  wrongRules: ({ signer }) => signedByWrongRules(signer),
  causes: (observed, session) => {
    const { grantType } = session.settings;
    const message = String(observed.answer?.members?.['responseMessage'] ?? '').toLowerCase();
    return [
      ...(message.includes('code') || message.includes('oauth')
        ? ['the authorization code was used already, is too old, or is of another client']
        : []),
      ...(message.includes('grant')
        ? [
            `the target spells the grant types otherwise than ${grantType.authorizationCode.join(', ')}`,
          ]
        : []),
      ...requestCauses(observed, session),
    ];
  },
};

/** What a run holds of its customer. */
export function grantsOf({ customer }: TargetState): CustomerGrants {
  if (!customer) throw new Error('nothing of this service is tested without a customer');
  return customer;
}

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
  } else if (!context.mutation) grants.refused(asked);
}

function membersOf(body: Buffer | undefined): Asked {
  try {
    const value = JSON.parse(body?.toString('utf8') ?? '') as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
