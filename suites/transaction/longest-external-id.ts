import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { externalId } from './mutations.js';

const header = 'X-EXTERNAL-ID';

function longest({ settings }: CheckContext<'transaction'>): number {
  const { maxLength } = settings.headers[header];
  if (maxLength === 'unspecified')
    throw inapplicable(say('transaction/headers/length-unspecified', { header }));
  return maxLength;
}

const ofAllCharacters = accepts<never, 'transaction'>('accepts-longest-external-id', {
  settings: ['/headers/X-EXTERNAL-ID/maxLength', '/externalIdLength'],
  when: (t) => void longest(t),
  probes: (t) => {
    const length = longest(t);
    return [
      externalId(
        (right) => right.padEnd(length, '0'),
        say('transaction/headers/of-length', { header, length }),
      ),
    ];
  },
});

/** One accepted length is enough if the document's pages differ; the control has the shorter one. */
export const acceptsLongestExternalId: Check<'transaction'> = {
  ...ofAllCharacters,
  run: async (t) => {
    const finding = await ofAllCharacters.run(t);
    const { externalIdLength } = t.settings;
    return finding.outcome === 'failed' && externalIdLength !== 'unspecified'
      ? {
          ...finding,
          outcome: 'passed',
          message: say('transaction/headers/shorter-length-taken', {
            taken: externalIdLength,
            refused: longest(t),
          }),
        }
      : finding;
  },
};
