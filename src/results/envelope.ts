import { createPublicKey, sign } from 'node:crypto';
import { crypto, dsse } from '@sigstore/core';
import { valueAt } from '../engine/input/json-pointer.js';
import { jsonProblem } from '../engine/input/reading/json-problem.js';
import { keyIdOf } from '../protocol/key-id.js';
import type { SigningKey } from './signing-key.js';

/** The type of what is signed: an in-toto statement. */
const payloadType = 'application/vnd.in-toto+json';

/** Signs a payload; gives the text of its DSSE envelope (secure-systems-lab/dsse, v1.0). */
export function sealEnvelope(payload: Buffer, { key, digest }: SigningKey): string {
  const signature = sign(digest, dsse.preAuthEncoding(payloadType, payload), key);
  return envelopeText(payload, keyIdOf(createPublicKey(key)), signature);
}

function envelopeText(payload: Buffer, keyid: string, signature: Buffer): string {
  const envelope = {
    payload: payload.toString('base64'),
    payloadType,
    signatures: [{ keyid, sig: signature.toString('base64') }],
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/** The payload of a valid envelope, or why it is refused. */
export type OpenedEnvelope = { payload: Buffer } | { refused: string };

/**
 * Opens an envelope with the signer's public key. Besides a valid signature it demands exactly the bytes that
 * {@link sealEnvelope} writes, because the signature doesn't cover other members, the alphabet of Base64 and
 * white space, and those must not change either.
 */
export function openEnvelope(bytes: Buffer, { key, digest }: SigningKey): OpenedEnvelope {
  const text = bytes.toString('utf8');
  const problem = jsonProblem(text);
  if (problem) {
    return {
      refused: `the envelope is not JSON: ${problem.what}, line ${problem.line}, column ${problem.column}`,
    };
  }
  const envelope: unknown = JSON.parse(text);
  const type = valueAt(envelope, '/payloadType');
  if (type !== payloadType) {
    return {
      refused: `the payload has the wrong type: ${JSON.stringify(type)}, not ${payloadType}`,
    };
  }
  const own = keyIdOf(key);
  if (valueAt(envelope, '/signatures/0/keyid') !== own) {
    return { refused: `it names another key: the given one is ${own}` };
  }
  const payload = base64(valueAt(envelope, '/payload'));
  if (!payload) return { refused: 'the payload is not Base64' };
  const signature = base64(valueAt(envelope, '/signatures/0/sig'));
  if (!signature) return { refused: 'the signature is not Base64' };
  const signed = dsse.preAuthEncoding(payloadType, payload);
  // The types demand the name of a digest, and Ed25519 has none.
  if (!crypto.verify(signed, key, signature, digest ?? undefined)) {
    return {
      refused:
        "the signature doesn't hold: the payload, the signature or the key is a different one",
    };
  }
  const sealed = Buffer.from(envelopeText(payload, own, signature));
  if (sealed.equals(bytes)) return { payload };
  return {
    refused: `the signature holds, but the envelope was changed around it: byte ${firstDifference(sealed, bytes)}`,
  };
}

/** The id of the key that an envelope says it was signed with, unverified; undefined if it names none. */
export function signerIn(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  const keyId = jsonProblem(text) ? undefined : valueAt(JSON.parse(text), '/signatures/0/keyid');
  return typeof keyId === 'string' ? keyId : undefined;
}

/** The bytes of a text in standard Base64; undefined for any other form. */
function base64(text: unknown): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function firstDifference(one: Buffer, other: Buffer): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length : at;
}
