import type { TargetPlan } from './plan.js';

const tokenMember =
  /("(?:accessToken|access_token|refreshToken|refresh_token)"\s*:\s*")((?:[^"\\]|\\.)*)(")/g;
const bearer = /(\bBearer\s+)([^\s"',;]+)/gi;
const jwt = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g;
const pemBlock =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Removes secrets from everything that is recorded of one target. */
export class Redactor {
  readonly #secrets: [secret: string, shown: string][] = [];

  constructor({ client, otherClient, tls }: Pick<TargetPlan, 'client' | 'otherClient' | 'tls'>) {
    for (const { clientSecret, privateKey } of [client, ...(otherClient ? [otherClient] : [])]) {
      if (clientSecret !== undefined) this.#hide(clientSecret, '[client secret]');
      this.#hideKey(privateKey);
    }
    if (tls.key !== undefined) this.#hideKey(tls.key);
  }

  /**
   * Text with client secrets and private keys gone and access tokens shortened to first 6 … last 4.
   *
   * @param token The token that this exchange gave, to be found wherever the target put it.
   */
  text(text: string, token?: string): string {
    let shown = token === undefined || token === '' ? text : text.replaceAll(token, shorten(token));
    for (const [secret, replacement] of this.#secrets)
      shown = shown.replaceAll(secret, replacement);
    return shown
      .replace(pemBlock, '[private key]')
      .replace(
        tokenMember,
        (_, before: string, token: string, after: string) => `${before}${shorten(token)}${after}`,
      )
      .replace(jwt, (token) => shorten(token))
      .replace(bearer, (_, scheme: string, token: string) => `${scheme}${shorten(token)}`);
  }

  #hide(secret: string, shown: string): void {
    // A very short secret would blank out half of every message; nothing that short is one.
    if (secret.length < 4) return;
    for (const form of new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ])) {
      this.#secrets.push([form, shown]);
    }
  }

  #hideKey(pem: string): void {
    const body = pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
    this.#hide(pem.trim(), '[private key]');
    this.#hide(body, '[private key]');
    for (const line of pem.split('\n').map((part) => part.trim())) {
      // The first line of every RSA key is alike and tells nothing; the rest is the key.
      if (line.length >= 40 && !line.startsWith('-')) this.#hide(line, '[private key]');
    }
  }
}

/** An access token as reports may show it: first 6 … last 4; a short one not at all. */
export function shorten(token: string): string {
  if (token === '') return '';
  return token.length < 20 ? '…' : `${token.slice(0, 6)}…${token.slice(-4)}`;
}
