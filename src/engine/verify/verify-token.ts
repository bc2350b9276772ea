import type { KeyObject } from 'node:crypto';
import type { Profile } from '../../../schemas/resolved.js';
import type { Language } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { delimiterText } from '../../protocol/delimiter.js';
import { decodeSignature, verifySha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import { plainTokenText, tokenLayers, tokenText } from '../mistakes/whole/token-text.js';
import { profileFor } from '../signing/sign-request.js';
import { explainSignature } from './explain-signature.js';
import { hideSecrets } from './hide-secrets.js';
import { tell } from './tell.js';
import { timestampNotes } from './timestamp-notes.js';
import type { SignatureVerification } from './verification.js';

/** A token request's signature, and what it should cover. */
export interface TokenSignature {
  publicKey: KeyObject;
  /** Further keys, one of which may have signed in the place of the client's. */
  otherKeys?: readonly KeyObject[];
  /** X-CLIENT-KEY as sent. */
  clientId: string;
  /** X-TIMESTAMP as sent. */
  timestamp: string;
  /** X-SIGNATURE as sent. */
  signature: string;
  /** To recognise clients that sign with it, or sign it. */
  clientSecret?: string;
  /** As sent, to recognise clients that sign it. By default the profile's. */
  body?: Uint8Array;
  /** Shipped name, or a path; or one that is loaded. Default `snap-bi`. */
  profile?: string | Profile;
  /** Searches on for rare mistakes and for more of them at once. */
  deep?: boolean;
  /** How many texts are tried at most. Default: as many as take about a second, or half a minute if `deep`. */
  tries?: number;
  /** Epoch milliseconds. Default: the machine's clock. */
  now?: number;
  /** Of what is said of the signature. Default: English. */
  language?: Language;
}

/**
 * Says whether the signature of a token request holds and, if not, which known mistakes explain it.
 *
 * Source: ASPI, access token service B2B (73), request header X-SIGNATURE.
 *
 * @throws InputProblem for a profile that can't be used.
 */
export function verifyToken(given: TokenSignature): SignatureVerification {
  const { publicKey, clientId, timestamp, signature, clientSecret } = given;
  const settings = profileFor(given.profile, 'token-b2b').services['token-b2b'];
  const { encoding } = settings.signature;
  const delimiter = delimiterText(settings.signature.delimiter);
  const hide = hideSecrets({ clientSecret });
  const stringToSign = tokenStringToSign(clientId, timestamp, settings.signature.delimiter);
  const about = {
    stringToSign: hide(stringToSign),
    parts: [
      { name: 'client id', value: clientId },
      { name: 'timestamp', value: timestamp },
    ],
    delimiter,
  };
  const bytes = decodeSignature(signature, encoding);
  if (bytes && verifySha256Rsa(publicKey, stringToSign, bytes))
    return {
      holds: true,
      ...about,
      timestamp: timestampNotes(timestamp, settings.timestamp, given.now ?? Date.now()).map(
        (each) => render(each, given.language),
      ),
    };
  const { member, value } = settings.grantType;
  const usual = [{ [member]: value }, { [member]: value, additionalInfo: {} }].map((body) =>
    JSON.stringify(body),
  );
  const bodies = given.body ? [Buffer.from(given.body).toString('utf8'), ...usual] : usual;
  const layers = tokenLayers(
    {
      ...{ clientId, clientSecret, timestamp, delimiter, bodies },
      paths: [settings.path, ...(settings.otherPaths ?? [])],
    },
    given.deep ? 'deep' : 'usual',
  );
  const explained = explainSignature({
    ...{ signature, encoding, layers, clientId, clientSecret, compose: tokenText },
    keyKind: 'rsa',
    publicKeys: [publicKey, ...(given.otherKeys ?? [])],
    deep: given.deep ?? false,
    tries: given.tries,
  });
  return {
    holds: false,
    ...about,
    ...tell(explained, {
      language: given.language,
      signature,
      encoding,
      layers,
      publicKey,
      keyKind: 'rsa',
    }),
    ...(explained.outcome.explanation && {
      signedText: hide(plainTokenText(explained.outcome.explanation.values) ?? ''),
    }),
  };
}
