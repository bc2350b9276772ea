import type { MistakeKind } from './kind.js';

/** The client id. */
export const idMistakes = {
  'id/white-space': { rarity: 1, remedy: 'client-id' },
  'id/trimmed': { rarity: 1, remedy: 'client-id' },
  'id/quoted': { rarity: 2, remedy: 'client-id' },
  'id/invisible-character': { rarity: 2, remedy: 'client-id' },
  'id/letter-case': { rarity: 2, remedy: 'client-id' },
  'id/undefined': { rarity: 1, remedy: 'value-missing' },
  'id/empty': { rarity: 2, remedy: 'value-missing' },
  'id/percent-encoded': { rarity: 3, remedy: 'client-id' },
  'id/base64': { rarity: 3, remedy: 'client-id' },
  'id/hashed': { rarity: 4, remedy: 'client-id' },
  'id/without-hyphens': { rarity: 3, remedy: 'client-id' },
  'id/placeholder': { rarity: 3, remedy: 'client-id' },
} satisfies Record<string, MistakeKind>;
