import { mistakesBody } from './body.js';
import { mistakesEncoding } from './encoding.js';
import { mistakesGiven } from './given.js';
import { mistakesHash } from './hash.js';
import { mistakesId } from './id.js';
import { mistakesPath } from './path.js';
import { mistakesRemedies } from './remedies.js';
import { mistakesScheme } from './scheme.js';
import { mistakesSecret } from './secret.js';
import { mistakesText } from './text.js';
import { mistakesTime } from './time.js';
import { mistakesTimestampNotes } from './timestamp-notes.js';
import { mistakesToken } from './token.js';
import { mistakesUnexplained } from './unexplained.js';

/** What is said of mistakes in signatures. */
export const mistakes = {
  ...mistakesText,
  ...mistakesTime,
  ...mistakesId,
  ...mistakesPath,
  ...mistakesBody,
  ...mistakesHash,
  ...mistakesSecret,
  ...mistakesToken,
  ...mistakesScheme,
  ...mistakesEncoding,
  ...mistakesRemedies,
  ...mistakesUnexplained,
  ...mistakesTimestampNotes,
  ...mistakesGiven,
};
