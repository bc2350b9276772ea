import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

let stranger: Promise<KeyObject> | undefined;

/** A key that no target knows; one per process, because making one is slow. */
export function unregisteredKey(): Promise<KeyObject> {
  stranger ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(
    ({ privateKey }) => privateKey,
  );
  return stranger;
}
