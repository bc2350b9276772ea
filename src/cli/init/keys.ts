import { extname } from 'node:path';
import { createCredentials } from '../../sandbox/tokens/credentials.js';
import type { NewFile } from './write-new.js';

/** The file of a private key's public key: `keys/client-public.pem` next to `keys/client.pem`. */
export function publicKeyFile(privateKey: string): string {
  const ending = extname(privateKey);
  return `${privateKey.slice(0, privateKey.length - ending.length)}-public${ending || '.pem'}`;
}

/** The two files of a fresh RSA-2048 pair. */
export async function freshKeyFiles(privateKey: string): Promise<NewFile[]> {
  const pair = await createCredentials('init');
  return [
    {
      name: privateKey,
      text: pair.privateKey,
      about: 'the private key, PKCS#8, readable by you alone',
      secret: true,
    },
    {
      name: publicKeyFile(privateKey),
      text: pair.publicKey.export({ type: 'spki', format: 'pem' }) as string,
      about: 'its public key, to be registered with the provider',
    },
  ];
}
