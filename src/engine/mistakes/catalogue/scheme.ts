import type { MistakeKind } from './kind.js';

/** The scheme. */
export const schemeMistakes = {
  'scheme/token-text': { rarity: 2, remedy: 'scheme-text' },
  'scheme/transaction-text': { rarity: 1, remedy: 'scheme-text' },
  'scheme/hmac': { rarity: 1, remedy: 'scheme' },
  'scheme/rsa': { rarity: 1, remedy: 'scheme' },
} satisfies Record<string, MistakeKind>;
