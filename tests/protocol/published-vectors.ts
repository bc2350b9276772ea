import { readFileSync } from 'node:fs';
import { decodeSignature } from '../../src/protocol/signature.js';

interface Vector {
  id: string;
  stringToSign?: string;
  signatureBase64?: string;
  signatureHex?: string;
  clientSecret?: string;
  method?: string;
  path?: string;
  accessToken?: string;
  body?: string;
  bodyMinified?: string;
  bodyHash?: string;
  timestamp?: string;
}

interface Samples {
  keys: { 'midtrans-sample': { private: string; public: string } };
  vectors: Vector[];
}

/** Worked examples that providers publish. */
export const samples: Samples = JSON.parse(
  readFileSync(
    new URL('../../specs/samples/midtrans/signature-vectors.json', import.meta.url),
    'utf8',
  ),
);
/** A worked example by its id. */
export function vector(id: string): Required<Vector> {
  const found = samples.vectors.find((each) => each.id === id);
  if (!found) throw new Error(`no vector ${id}`);
  return found as Required<Vector>;
}

/** The bytes of a published signature. */
export function decoded(text: string): Buffer {
  const bytes = decodeSignature(text, 'base64');
  if (!bytes) throw new Error('not Base64');
  return bytes;
}
