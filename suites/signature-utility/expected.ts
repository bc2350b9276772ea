import { createPublicKey } from 'node:crypto';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import type { UtilityPart } from '../../src/engine/request/utility-draft.js';
import { say } from '../../src/messages/message.js';
import {
  decodeSignature,
  verifyHmacSha512,
  verifySha256Rsa,
} from '../../src/protocol/signature.js';

/** The bytes of a signature in hex or in Base64, whichever it is written in: hex could be read as both. */
function bytesOf(text: string): Buffer {
  const encoding = /^(?:[0-9a-f]{2})+$/i.test(text) ? 'hex' : 'base64';
  return decodeSignature(text, encoding) ?? Buffer.alloc(0);
}

/** Judges the signature in the answer against the text that was to be signed, however it is written. */
export const signsRightly: Record<UtilityPart, Judge<'signature-utility'>> = {
  auth: ({ sent, answer }, { session }) => {
    const signature = answer?.members?.['signature'];
    const publicKey = createPublicKey(session.signer.key);
    const { stringToSign } = sent.request.signed;
    if (typeof signature !== 'string' || signature === '')
      return say('signature-utility/answer/no-signature');
    return verifySha256Rsa(publicKey, stringToSign, bytesOf(signature))
      ? undefined
      : say('signature-utility/answer/not-rsa-over-text', { text: stringToSign });
  },
  service: ({ sent, answer }, { session }) => {
    const signature = answer?.members?.['signature'];
    const { stringToSign } = sent.request.signed;
    if (typeof signature !== 'string' || signature === '')
      return say('signature-utility/answer/no-signature');
    return verifyHmacSha512(session.signer.clientSecret ?? '', stringToSign, bytesOf(signature))
      ? undefined
      : say('signature-utility/answer/not-hmac-over-text', { text: stringToSign });
  },
};
