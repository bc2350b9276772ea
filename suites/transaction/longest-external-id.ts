import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { externalId } from './mutations.js';

function longest({ settings }: CheckContext<'transaction'>): number {
  const { maxLength } = settings.headers['X-EXTERNAL-ID'];
  if (maxLength === 'unspecified') throw inapplicable('the document gives X-EXTERNAL-ID no length');
  return maxLength;
}

const ofAllCharacters = accepts<never, 'transaction'>('accepts-longest-external-id', {
  settings: ['/headers/X-EXTERNAL-ID/maxLength', '/externalIdLength'],
  when: (t) => void longest(t),
  probes: (t) => {
    const length = longest(t);
    return [
      externalId((right) => right.padEnd(length, '0'), `X-EXTERNAL-ID had ${length} characters`),
    ];
  },
});

/** One accepted length is enough where the document's pages differ, and the control has the shorter one. */
export const acceptsLongestExternalId: Check<'transaction'> = {
  ...ofAllCharacters,
  run: async (t) => {
    const finding = await ofAllCharacters.run(t);
    const { externalIdLength } = t.settings;
    return finding.outcome === 'failed' && externalIdLength !== 'unspecified'
      ? {
          ...finding,
          outcome: 'passed',
          message: `${externalIdLength} characters are accepted, as one page of the document has it; ${longest(t)} are not`,
        }
      : finding;
  },
};
