import type { RegisteredClient } from './client.js';

/** A token that the sandbox gave. */
export interface IssuedToken {
  client: RegisteredClient;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** True once a transaction was carried out with it. */
  used?: true;
}

/** More tokens than any run keeps in use. */
const kept = 20_000;

/** The tokens that a sandbox gave, by their text. The oldest are forgotten, so that memory stays small. */
export class IssuedTokens {
  readonly #tokens = new Map<string, IssuedToken>();

  add(text: string, token: IssuedToken): void {
    if (this.#tokens.size >= kept) {
      const oldest = this.#tokens.keys().next();
      if (!oldest.done) this.#tokens.delete(oldest.value);
    }
    this.#tokens.set(text, token);
  }

  get(text: string): IssuedToken | undefined {
    return this.#tokens.get(text);
  }
}
