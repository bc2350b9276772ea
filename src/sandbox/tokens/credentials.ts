import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { HeaderRule } from '../../../schemas/generated/profile.js';

/** What one client holds. It is a SandboxClient as well, so it can be registered as it is. */
export interface SandboxCredentials {
  clientId: string;
  clientSecret: string;
  /** PKCS#8 PEM. */
  privateKey: string;
  publicKey: KeyObject;
}

const generate = promisify(generateKeyPair);

/**
 * Makes credentials with a fresh RSA-2048 pair.
 *
 * @param name becomes part of the client id. The id has letters of both cases, so that changing their
 * case gives another id
 */
export async function createCredentials(name: string): Promise<SandboxCredentials> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const readable = name.replace(/[^A-Za-z0-9]+/g, '-');
  return {
    clientId: `Client-${readable}-${randomBytes(4).toString('hex').toUpperCase()}`,
    clientSecret: randomBytes(32).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey,
  };
}

/**
 * The X-PARTNER-ID by which a sandbox knows a client: its client id, cut from the left to the length
 * that the profile allows.
 */
export function partnerIdOf(
  clientId: string,
  { maxLength }: Pick<HeaderRule, 'maxLength'>,
): string {
  return typeof maxLength === 'number' ? clientId.slice(-maxLength) : clientId;
}
