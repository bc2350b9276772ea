import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

let stranger: Promise<KeyObject> | undefined;

/** A key that no target knows; one a process, for making it is dear. */
export function unregisteredKey(): Promise<KeyObject> {
  stranger ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(
    ({ privateKey }) => privateKey,
  );
  return stranger;
}
