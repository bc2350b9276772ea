import { randomBytes } from 'node:crypto';
import type { RegisteredClient } from '../tokens/client.js';

/** An authorization code or a refresh token: what a client gets a customer's tokens for. */
export interface Credential {
  client: RegisteredClient;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** True once it is used up. */
  used: boolean;
}

/** More than any run keeps in use. */
const kept = 10_000;
/** Lifetime of a code: long enough for a run, and the most that RFC 6749 section 4.1.2 recommends. */
const codeLifeMs = 10 * 60_000;

/** The authorization codes and refresh tokens that a sandbox gave, by their text. */
export class TokenB2b2cStore {
  readonly codes = new Map<string, Credential>();
  readonly refreshTokens = new Map<string, Credential>();
  /** Codes given so far, expired ones not counted. */
  codesIssued = 0;

  /** A code for a client, as a customer's consent gives one; an expired code is a minute too old. */
  issueCode(client: RegisteredClient, expired: boolean): string {
    const code = randomBytes(24).toString('base64url');
    const expiresAt = Date.now() + (expired ? -60_000 : codeLifeMs);
    add(this.codes, code, { client, expiresAt, used: false });
    if (!expired) this.codesIssued += 1;
    return code;
  }

  addRefreshToken(text: string, client: RegisteredClient, expiresAt: number): void {
    add(this.refreshTokens, text, { client, expiresAt, used: false });
  }
}

function add(credentials: Map<string, Credential>, text: string, credential: Credential): void {
  if (credentials.size >= kept) {
    const oldest = credentials.keys().next();
    if (!oldest.done) credentials.delete(oldest.value);
  }
  credentials.set(text, credential);
}
