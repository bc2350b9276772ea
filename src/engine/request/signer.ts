import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { TokenB2b } from '../../../schemas/resolved.js';
import { delimiterText } from '../../protocol/delimiter.js';
import type { Scheme } from '../../protocol/scheme.js';
import { encodeSignature, signSha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import type { ClientPlan } from '../plan/plan.js';
import type { Signing } from './draft.js';

/**
 * How many RSA signatures are kept for reuse. Making one is the slowest step of a probe, and PKCS#1 v1.5
 * gives the same bytes each time.
 */
const kept = 512;

/** A registered client that the engine signs for. */
export class Signer {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly key: KeyObject;
  readonly #signatures = new Map<string, Promise<Buffer>>();

  constructor({ clientId, clientSecret, privateKey }: ClientPlan) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.key = createPrivateKey(privateKey);
  }

  /** The public half of the key. */
  get publicKeyPem(): string {
    return createPublicKey(this.key).export({ type: 'spki', format: 'pem' }) as string;
  }

  /** The documented signing: SHA256withRSA over clientId|timestamp, or with what a profile has for the pipe. */
  signing({ encoding, delimiter }: Pick<TokenB2b['signature'], 'encoding' | 'delimiter'>): Signing {
    return {
      algorithm: `SHA256withRSA, ${encoding === 'base64' ? 'Base64' : 'hex'}`,
      delimiter: delimiterText(delimiter),
      stringToSign: (clientId, timestamp) => tokenStringToSign(clientId, timestamp, delimiter),
      sign: (stringToSign) => this.sign(stringToSign),
      encode: (signature) => encodeSignature(signature, encoding),
    };
  }

  /** SHA256withRSA with this client's key. */
  sign(stringToSign: string | Buffer): Promise<Buffer> {
    return this.#remembered('SHA256withRSA', stringToSign, () =>
      signSha256Rsa(this.key, stringToSign),
    );
  }

  /** A transaction's signature by a scheme, with this client's secret or key. */
  signBy(scheme: Scheme, stringToSign: string | Buffer): Buffer | Promise<Buffer> {
    const { clientSecret, key: privateKey } = this;
    const sign = () => scheme.sign({ clientSecret, privateKey }, stringToSign);
    if (scheme.keyKind === 'secret') return sign();
    return this.#remembered(scheme.algorithm, stringToSign, async () => sign());
  }

  #remembered(
    algorithm: string,
    signed: string | Buffer,
    sign: () => Promise<Buffer>,
  ): Promise<Buffer> {
    const name = `${algorithm} ${typeof signed === 'string' ? signed : `\0${signed.toString('latin1')}`}`;
    const known = this.#signatures.get(name);
    if (known) return known;
    const signature = sign();
    if (this.#signatures.size >= kept) {
      const oldest = this.#signatures.keys().next();
      if (!oldest.done) this.#signatures.delete(oldest.value);
    }
    this.#signatures.set(name, signature);
    return signature;
  }
}
