import { bodyMistakes } from './body.js';
import { encodingMistakes } from './encoding.js';
import { hashMistakes } from './hash.js';
import { idMistakes } from './id.js';
import type { MistakeKind } from './kind.js';
import { pathMistakes } from './path.js';
import { schemeMistakes } from './scheme.js';
import { secretMistakes } from './secret.js';
import { textMistakes } from './text.js';
import { timeMistakes } from './time.js';
import { tokenMistakes } from './token.js';

const kinds = {
  ...textMistakes,
  ...timeMistakes,
  ...idMistakes,
  ...pathMistakes,
  ...bodyMistakes,
  ...hashMistakes,
  ...secretMistakes,
  ...tokenMistakes,
  ...schemeMistakes,
  ...encodingMistakes,
} satisfies Record<string, MistakeKind>;

/** `<layer>/<what went wrong>`: once released it keeps its meaning. */
export type MistakeId = keyof typeof kinds;

/** The mistakes that are known to be made in signatures, by id. */
export const catalogue: Readonly<Record<MistakeId, MistakeKind>> = kinds;
