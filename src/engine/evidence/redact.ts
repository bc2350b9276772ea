import type { Text } from '../../messages/message.js';
import { mapTexts } from '../../messages/render.js';
import { type Confidential, configSecrets, transactionsOf } from './config-secrets.js';
import { credentialNames } from './credential-names.js';
import { secretNumbers } from './key-numbers.js';
import { NamedValues } from './named-values.js';
import { byteForms } from './secret-forms.js';
import { SecretIndex } from './secret-index.js';

// The closing quote may be missing: a body can end amid its token.
const tokenMember =
  /(\\?"(?:access_?token|refresh_?token|auth_?code)\\?"\s*:\s*\\?")((?:[^"\\]|\\[^"])*)(\\?"|$)/gi;
// Prose goes on after "Bearer" too, in shorter words.
const bearer = /(\bBearer\s+)([^\s"',;]{16,})/gi;
const jwt = /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g;
const pemBlock =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Tokens in each half of the memory; older ones are forgotten, so that it stays flat. */
const keptTokens = 128;
const tokenFormStride = 48;
/** Shorter ones would blank out half of every message. */
const shortestSecret = 4;
const shortestToken = 8;

/** A shorter text can hold none of the patterns: the shortest is a query parameter. */
const shortestNamed = '?key=v'.length;

/** Secrets that a redactor knew at one moment. */
export type Secrets = readonly SecretIndex[];

/** Takes the secrets out of what is recorded. */
export interface Redaction {
  text(text: string): string;
  url(url: string): string;
  /** The value of a header, which may be hidden for the header's name. */
  header(name: string, value: string): string;
  /** The value of a member of JSON, as text, which may be hidden for the member's name. */
  member(name: string, value: string): string;
}

/**
 * Removes secrets from everything that is recorded of one target: private keys, client secrets, the values of
 * headers and parameters that are credentials by their name, and the access tokens that it gave lately, wherever
 * it puts them.
 */
export class Redactor {
  readonly #credentials = new SecretIndex();
  #tokens = new SecretIndex();
  #olderTokens = new SecretIndex();

  readonly #named: NamedValues;

  constructor(plan: Confidential) {
    const { client, otherClient, customer, tls, secrets = [] } = plan;
    const names = credentialNames(plan.redact);
    this.#named = new NamedValues(names);
    for (const [value, shown] of configSecrets(plan, names)) this.hide(value, shown);
    for (const { text, shown } of secrets) this.hide(text, shown);
    for (const source of [customer?.authCodes, customer?.expiredAuthCodes])
      if (source && 'codes' in source)
        for (const code of source.codes) this.hide(code, '[authorization code]');
    for (const { expiredToken, outOfScopeToken } of transactionsOf(plan))
      for (const token of [expiredToken, outOfScopeToken])
        if (token !== undefined && token.length >= shortestToken) this.hide(token, shorten(token));
    for (const { clientSecret, privateKey } of [client, ...(otherClient ? [otherClient] : [])]) {
      if (clientSecret !== undefined) this.hide(clientSecret, '[client secret]');
      this.#hideKey(privateKey);
    }
    if (tls.key !== undefined) this.#hideKey(tls.key);
  }

  /** Hides a secret for good, wherever it comes. */
  hide(secret: string, shown: string): void {
    if (secret.length >= shortestSecret) this.#credentials.add(secret, shown);
  }

  /** Remembers a token, so that it is hidden wherever it comes again. */
  learn(token: string): void {
    if (token.length < shortestToken || this.#tokens.has(token)) return;
    if (this.#tokens.size >= keptTokens) {
      this.#olderTokens = this.#tokens;
      this.#tokens = new SecretIndex();
    }
    this.#tokens.add(token, shorten(token), tokenFormStride);
  }

  /**
   * What is hidden at this moment. A message that is recorded only later, as the smallest example of
   * many, is redacted by what was known when it came: it may repeat tokens that are forgotten by then.
   */
  known(): Secrets {
    return [this.#credentials, this.#tokens, this.#olderTokens];
  }

  /** Text with client secrets and private keys gone and access tokens shortened to first 6 … last 4. */
  text(text: string, secrets: Secrets = this.known()): string {
    // Most texts are names and numbers of a few characters, and a run has hundreds of thousands of them.
    const named = text.length < shortestNamed ? text : this.#named.inText(hideNamed(text));
    return secrets.reduce((shown, index) => index.hide(shown), named);
  }

  /** What was known at one moment, for an exchange that is recorded. */
  at(secrets: Secrets = this.known()): Redaction {
    const text = (given: string) => this.text(given, secrets);
    return {
      text,
      url: (url) => text(this.#named.inUrl(url)),
      header: (name, value) => this.#named.ofHeader(name, text(value)),
      member: (name, value) => this.#named.ofMember(name) ?? text(value),
    };
  }

  /** A JSON value with each text in it redacted, the names of members too. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        this.text(name),
        this.#named.ofMember(name) ?? this.value(item),
      ]),
    );
  }

  /** A message with each text in its parameters redacted, or a text. */
  message<T extends Text>(message: T, secrets: Secrets = this.known()): T {
    return mapTexts(message, (text) => this.text(text, secrets));
  }

  #hideKey(pem: string): void {
    // Without its labels and line breaks, for a key can come back wrapped otherwise.
    const body = pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
    this.#credentials.add(pem.trim(), '[private key]');
    this.#credentials.add(body, '[private key]');
    for (const number of secretNumbers(pem))
      this.#credentials.addForms(byteForms(number), '[private key]');
  }
}

/** Hides what shows by itself that it is a secret. */
export function hideNamed(text: string): string {
  return text
    .replace(pemBlock, '[private key]')
    .replace(
      tokenMember,
      (_, before: string, token: string, after: string) => `${before}${shorten(token)}${after}`,
    )
    .replace(jwt, (token) => shorten(token))
    .replace(bearer, (_, scheme: string, token: string) => `${scheme}${shorten(token)}`);
}

/** A text with an access token in it as reports may show it. */
export function shortenIn(text: string, token: string): string {
  // A function, for a token may hold what a replacement's text is read for: $&.
  return text.replaceAll(token, () => shorten(token));
}

/** An access token as reports may show it: first 6 … last 4; a short one not at all. */
export function shorten(token: string): string {
  // Redacted once already, it stays as it is.
  if (token === '' || /^.{6}….{4}$/.test(token)) return token;
  return token.length < 20 ? '…' : `${token.slice(0, 6)}…${token.slice(-4)}`;
}
