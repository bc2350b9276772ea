import type { MistakeKind } from './kind.js';

/** The access token. */
export const tokenMistakes = {
  'token/bearer-kept': { rarity: 1, remedy: 'token-bare', says: 'signing/rules/bearer-kept' },
  'token/without-token': { rarity: 1, remedy: 'token-signed', says: 'signing/rules/without-token' },
  'token/with-token': { rarity: 1, remedy: 'token-signed', says: 'signing/rules/with-token' },
  'token/empty': { rarity: 1, remedy: 'value-missing' },
  'token/undefined': { rarity: 1, remedy: 'value-missing' },
  'token/white-space': { rarity: 2, remedy: 'token-bare' },
  'token/trimmed': { rarity: 2, remedy: 'token-bare' },
  'token/quoted': { rarity: 2, remedy: 'token-bare' },
  'token/invisible-character': { rarity: 4, remedy: 'token-bare' },
  'token/letter-case': { rarity: 3, remedy: 'token-bare' },
  'token/percent-encoded': { rarity: 3, remedy: 'token-bare' },
  'token/base64': { rarity: 3, remedy: 'token-bare' },
  'token/hashed': { rarity: 3, remedy: 'token-bare' },
  'token/whole-answer': { rarity: 4, remedy: 'token-bare' },
  'token/part': { rarity: 4, remedy: 'token-bare' },
  'token/client-id': { rarity: 2, remedy: 'token-bare' },
  'token/client-secret': { rarity: 3, remedy: 'token-bare' },
} satisfies Record<string, MistakeKind>;
