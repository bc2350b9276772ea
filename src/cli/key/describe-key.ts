import { createPublicKey, type KeyObject } from 'node:crypto';
import { KeyError } from '../../protocol/key-error.js';
import { keyIdOf } from '../../protocol/key-id.js';
import type { KeySource } from '../../protocol/key-source.js';
import { isPrivateLabel, requireUsable } from '../../protocol/keys.js';
import { type OpenedKey, openKey } from '../../protocol/open-key.js';

/** What a key file holds, without any part of a private key: what `key --json` prints. */
export interface KeyDescription {
  file: string;
  /** null: it holds none, or none that can be read as it is. */
  holds: 'private key' | 'public key' | 'certificate' | null;
  /** How the file holds it: `PKCS#8 in PEM`, `JWK`. */
  format: string | null;
  /** `rsa`, `rsa-pss`, `ec`, `ed25519`. */
  type: string | null;
  /** Length of an RSA modulus. */
  bits: number | null;
  /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
  publicKeySha256: string | null;
  /** Whether SNAP can sign or verify with it. */
  usable: boolean;
  /** What isn't clean PEM. It is read all the same; other programs may fail. */
  mended: string[];
  /** Why SNAP can't use it. */
  problem: string | null;
  /** What mends that, for a shell, in order. */
  commands: string[];
}

/** A description, and the key itself if it could be read. */
export interface DescribedKey {
  description: KeyDescription;
  key: KeyObject | undefined;
}

/**
 * Finds out what the bytes of a file hold.
 *
 * @param file Its name as it is shown; its words are quoted for a shell by `shellName`.
 */
export function describeKey(
  source: KeySource,
  file: string,
  shellName: string,
  passphrase: string | undefined,
): DescribedKey {
  const opened = attempt(() => openKey(source, { wanted: isPrivateLabel, passphrase }));
  const found = opened instanceof KeyError ? undefined : opened;
  const unfit = found ? attempt(() => requireUsable(found)) : opened;
  const problem = unfit instanceof KeyError ? unfit.forFile(shellName) : undefined;
  return {
    key: found?.key,
    description: {
      file,
      ...(found ? partsOf(found) : nothing),
      usable: problem === undefined,
      mended: found?.mended ?? [],
      problem: problem?.message ?? null,
      commands: [...(problem?.commands ?? [])],
    },
  };
}

const nothing = { holds: null, format: null, type: null, bits: null, publicKeySha256: null };

function partsOf({ key, secret, certificate, format }: OpenedKey) {
  const holds = certificate ? 'certificate' : secret ? 'private key' : 'public key';
  return {
    holds,
    format,
    type: key.asymmetricKeyType ?? null,
    bits: key.asymmetricKeyDetails?.modulusLength ?? null,
    publicKeySha256: keyIdOf(secret ? createPublicKey(key) : key),
  } as const;
}

function attempt<T>(work: () => T): T | KeyError {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeyError) return error;
    throw error;
  }
}
