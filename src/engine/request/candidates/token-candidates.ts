import type { TokenB2b, TokenB2b2c } from '../../../../schemas/resolved.js';
import { rsaSignatureLength } from '../../../protocol/signature.js';
import {
  plainTokenText,
  type TokenValues,
  tokenLayers,
  tokenText,
} from '../../mistakes/whole/token-text.js';
import type { TokenDraft } from '../draft.js';
import type { Signer } from '../signer.js';
import { type Candidate, candidatesOf } from './candidate.js';
import { delimiterOverrides, encodingOverrides } from './overrides.js';
import { encodingWays, keyWays, type SignatureRule } from './signature-ways.js';
import { type Textual, textWays } from './text-ways.js';

/** What of a profile the signature of a token request goes by. */
type Settings = Pick<TokenB2b | TokenB2b2c, 'path' | 'signature'> & Pick<TokenB2b, 'otherPaths'>;

/** A token request signed by each mistake of the catalogue that makes a difference to it, the likeliest first. */
export function tokenCandidates(
  service: 'token-b2b' | 'token-b2b2c',
  settings: Settings,
  signer: Signer,
  draft: TokenDraft,
): Candidate<TokenDraft>[] {
  const { encoding } = settings.signature;
  const rule: SignatureRule = { keyKind: 'rsa', encoding, accessToken: undefined };
  const text = draft.signing.stringToSign(draft.clientId, draft.timestamp);
  return candidatesOf(
    [
      ...textWays(textual(service, settings, signer), draft),
      ...keyWays<TokenDraft>(signer, rule, text),
      ...encodingWays<TokenDraft>(rule, rsaSignatureLength(signer.key), encodingOverrides(service)),
    ],
    draft,
  );
}

function textual(
  service: 'token-b2b' | 'token-b2b2c',
  { path, otherPaths = [] }: Settings,
  { clientSecret }: Signer,
): Textual<TokenValues, TokenDraft> {
  return {
    layersOf: ({ clientId, timestamp, signing, body }) =>
      tokenLayers(
        {
          ...{ clientId, clientSecret, timestamp, delimiter: signing.delimiter },
          paths: [path, ...otherPaths],
          bodies: [body?.toString('utf8') ?? ''],
        },
        'alone',
      ),
    compose: tokenText,
    plain: plainTokenText,
    overrides: (layer, _, value) =>
      layer === 'delimiter' ? delimiterOverrides(service, value as string) : undefined,
  };
}
