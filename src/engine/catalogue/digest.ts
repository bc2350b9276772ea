import { createHash } from 'node:crypto';
import { json } from '@sigstore/core';
import type { Profile } from '../../../schemas/resolved.js';
import type { Catalogue, Requirement } from './catalogue.js';

/** `sha256:` and 64 hexadecimal digits, of a JSON value in canonical form: the same for any order of members. */
export function digestOf(value: unknown): string {
  return `sha256:${sha256(json.canonicalize(value))}`;
}

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Of all requirements, in the order of their ids. */
export function catalogueDigest(catalogue: Catalogue): string {
  return digestOf([...catalogue.values()].toSorted(byId));
}

function byId({ id: a }: Requirement, { id: b }: Requirement): number {
  return a < b ? -1 : 1;
}

/**
 * Of a profile as a run takes it: all that outcomes and levels go by, overrides included. Where a value
 * stands is left out, because for an override that is a path of this machine, and so are the titles of the
 * documents; how sure a value is is not, because it can lower a level. Clients, keys and secrets are no part
 * of a profile.
 */
export function profileDigest({ origins, documents: _documents, ...profile }: Profile): string {
  const confidence = Object.fromEntries(
    Object.entries(origins).map(([pointer, origin]) => [pointer, origin.confidence]),
  );
  return digestOf({ ...profile, confidence });
}
