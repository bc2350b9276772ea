import { createHash } from 'node:crypto';
import type { Rule } from '../../../src/engine/session/service.js';
import { say } from '../../../src/messages/message.js';

/** Digests of earlier tokens that are kept: more than a run gets. */
const kept = 20_000;

/** Compares each access token with all that came before it. */
export function newTokenRule(): Rule<'token-b2b2c'> {
  const seen = new Set<string>();
  return {
    id: 'token-b2b2c/grants/gives-a-new-token',
    judge: ({ answer }) => {
      if (answer.token === undefined) return null;
      const digest = createHash('sha256').update(answer.token).digest('base64');
      if (seen.has(digest)) return say('token-b2b2c/grants/token-not-new');
      const first = seen.size === 0;
      if (seen.size < kept) seen.add(digest);
      // One token has nothing to be compared with.
      return first ? null : undefined;
    },
  };
}
