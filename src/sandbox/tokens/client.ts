import { createPrivateKey, type KeyObject } from 'node:crypto';

/** A client as it is registered with the sandbox. */
export interface SandboxClient {
  clientId: string;
  clientSecret: string;
  /** Verifies the client's signatures. */
  publicKey: KeyObject;
  /**
   * PKCS#8 PEM or a key. A real provider never holds it. Here it lets a fault compare a signature with
   * the one that the client would have made, and accept one that is nearly right. Without it those
   * faults can't be switched on.
   */
  privateKey?: string | KeyObject;
}

/** A registered client, ready for use. */
export interface RegisteredClient {
  clientId: string;
  clientSecret: string;
  publicKey: KeyObject;
  privateKey: KeyObject | undefined;
}

/** The clients by their exact ids, in the order of their registration. */
export type Registry = ReadonlyMap<string, RegisteredClient>;

/** Registers clients; PEM text is parsed here, once. */
export function register(clients: readonly SandboxClient[]): Registry {
  return new Map(
    clients.map(({ clientId, clientSecret, publicKey, privateKey }) => {
      const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey;
      return [clientId, { clientId, clientSecret, publicKey, privateKey: key }];
    }),
  );
}

/** How many bytes a signature of this client has: as many as the modulus of its key. */
export function signatureLength({ publicKey }: Pick<RegisteredClient, 'publicKey'>): number {
  return (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}
