import { createHmac, type KeyObject } from 'node:crypto';
import type { Profile } from '../../../schemas/resolved.js';
import { render } from '../../messages/render.js';
import { type Delimiter, delimiterText } from '../../protocol/delimiter.js';
import { decodeSignature, verifySha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import type { Signing } from '../request/draft.js';
import { type WrongRule, wrongRules } from '../request/wrong-token-rules.js';
import { profileFor } from '../signing/sign-request.js';
import { describeUnexplained } from './describe-unexplained.js';
import { proveRsa } from './prove-rsa.js';
import { signatureReadings } from './signature-readings.js';
import { lostFractions, timestampVariants } from './timestamp-variants.js';
import { type Candidate, explain, type SignatureVerification } from './verification.js';

/** A token request's signature, and what it should cover. */
export interface TokenSignature {
  publicKey: KeyObject;
  /** X-CLIENT-KEY as sent. */
  clientId: string;
  /** X-TIMESTAMP as sent. */
  timestamp: string;
  /** X-SIGNATURE as sent. */
  signature: string;
  /** Shipped name, or a path; or one that is loaded. Default `snap-bi`. */
  profile?: string | Profile;
}

/**
 * Says whether the signature of a token request holds and, if not, which known mistakes explain it.
 *
 * Source: ASPI, access token service B2B (73), request header X-SIGNATURE.
 */
export function verifyToken(given: TokenSignature): SignatureVerification {
  const { publicKey, clientId, timestamp, signature } = given;
  const { 'token-b2b': settings } = profileFor(given.profile, 'token-b2b').services;
  const { encoding, delimiter } = settings.signature;
  const stringToSign = tokenStringToSign(clientId, timestamp, delimiter);
  const bytes = decodeSignature(signature, encoding);
  if (bytes && verifySha256Rsa(publicKey, stringToSign, bytes))
    return { holds: true, stringToSign };
  const signed: Signed = { clientId, timestamp, delimiter };
  const readings = signatureReadings(signature, encoding);
  const mistakes =
    explain(readings, textsOf(signed), proveRsa(publicKey)) ??
    explain(readings, fractionsOf(signed), proveRsa(publicKey)) ??
    explain(readings, textsOf(signed), proveByPublicKey(publicKey));
  return {
    holds: false,
    stringToSign,
    explanation: mistakes
      ? `signed ${mistakes.join(', ')}`
      : describeUnexplained(readings, publicKey, encoding),
  };
}

/** What a documented text is made of. */
interface Signed extends Pick<TokenSignature, 'clientId' | 'timestamp'> {
  delimiter: Delimiter;
}

/** The texts that clients are known to sign: each rule with each timestamp and client id. */
function textsOf({ clientId, timestamp, delimiter }: Signed): Candidate<string>[] {
  return clientIds(clientId).flatMap((id) =>
    timestampVariants(timestamp).flatMap((time) =>
      stringRules(delimiter).map(({ value, mistakes }) => ({
        value: value(id.value, time.value),
        mistakes: [...mistakes, ...time.mistakes, ...id.mistakes],
      })),
    ),
  );
}

function fractionsOf({ clientId, timestamp, delimiter }: Signed): Candidate<string>[] {
  return lostFractions(timestamp).map(({ value, mistakes }) => ({
    value: tokenStringToSign(clientId, value, delimiter),
    mistakes,
  }));
}

function clientIds(clientId: string): Candidate<string>[] {
  const others: [string, string][] = [
    [clientId.trim(), 'over the client id without the white space around it'],
    [clientId.toLowerCase(), 'over the client id in lower case'],
    [clientId.toUpperCase(), 'over the client id in upper case'],
  ];
  return [
    { value: clientId, mistakes: [] },
    ...others
      .filter(([value]) => value !== clientId)
      .map(([value, mistake]) => ({ value, mistakes: [mistake] })),
  ];
}

/** The documented string-to-sign and the known wrong ones. */
function stringRules(delimiter: Delimiter): Candidate<Signing['stringToSign']>[] {
  const text = delimiterText(delimiter);
  const wrong = Object.values<WrongRule>(wrongRules).flatMap(({ says, stringToSign }) => {
    if (!stringToSign) return [];
    const value: Signing['stringToSign'] = (id, time) => stringToSign(id, time, text);
    return [{ value, mistakes: [render(says)] }];
  });
  const documented: Signing['stringToSign'] = (id, time) => tokenStringToSign(id, time, delimiter);
  return [{ value: documented, mistakes: [] }, ...wrong];
}

/** A known forgery: an HMAC with the public key, which needs no private key. */
function proveByPublicKey(key: KeyObject) {
  const pem = key.export({ type: 'spki', format: 'pem' }) as string;
  return (signature: Buffer) => (text: string) =>
    [pem, pem.trim()].some((secret) =>
      createHmac('sha512', secret).update(text).digest().equals(signature),
    )
      ? [render(wrongRules['hmac-public-key'].says)]
      : undefined;
}
