import type { TokenB2b, TokenB2b2c } from '../../../schemas/resolved.js';
import { formatTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { type BodyKind, mediaTypes, writeTokenBody } from '../../protocol/token-body.js';
import type { WireRequest } from '../http/wire.js';
import { compose, type TokenDraft } from './draft.js';
import { furtherHeaders } from './further-headers.js';
import type { Signer } from './signer.js';

/** What of a token request depends on profile and config. */
export interface TokenDraftOptions {
  /** How the members of the body are written. */
  kind: BodyKind;
  /** The config's further headers. */
  given: Readonly<Record<string, string>>;
}

/**
 * A token request of a client, to either token service.
 *
 * Source: ASPI, access token services B2B (73) and B2B2C (74), request headers.
 *
 * @param form how X-TIMESTAMP is written
 * @param instant the time of X-TIMESTAMP: epoch milliseconds by the target's clock
 * @param body its members, as JSON has them
 */
export function tokenDraft(
  { path, signature, headers }: Pick<TokenB2b | TokenB2b2c, 'path' | 'signature' | 'headers'>,
  signer: Signer,
  form: TimestampForm,
  instant: number,
  body: Record<string, unknown>,
  { kind = 'json', given = {} }: Partial<TokenDraftOptions> = {},
): TokenDraft {
  return {
    method: 'POST',
    path,
    clientId: signer.clientId,
    timestamp: formatTimestamp(instant, form),
    key: signer.key,
    headers: furtherHeaders(headers, given, signer.clientId),
    signing: signer.signing(signature),
    contentType: mediaTypes[kind],
    body: Buffer.from(writeTokenBody(body, kind)),
    chunked: false,
  };
}

/** The valid token request (B2B) of a client; the parameters are those of {@link tokenDraft}. */
export function tokenB2bDraft(
  settings: TokenB2b,
  signer: Signer,
  form: TimestampForm,
  instant: number,
  given: Readonly<Record<string, string>> = {},
): TokenDraft {
  const { member, value } = settings.grantType;
  const kind = settings.body;
  return tokenDraft(settings, signer, form, instant, { [member]: value }, { kind, given });
}

/** What a customer's token is asked for with. */
export type CustomerCredential = { authCode: string } | { refreshToken: string };

/**
 * The body of a token request (B2B2C).
 *
 * @param spelling which of the documented spellings of grantType to write, counted from 0
 */
export function tokenB2b2cBody(
  { grantType }: TokenB2b2c,
  credential: CustomerCredential,
  spelling = 0,
): Record<string, unknown> {
  const spellings = 'authCode' in credential ? grantType.authorizationCode : grantType.refreshToken;
  return { grantType: spellings[spelling] ?? spellings[0], ...credential };
}

/** Signs a draft. No retry sends it again, because the first request may have used up its code. */
export async function composeTokenB2b2c(draft: TokenDraft): Promise<WireRequest> {
  return { ...(await compose(draft)), notRepeatable: true };
}
