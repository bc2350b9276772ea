import { expect, it } from 'vitest';
import { withoutCommands } from '../../../src/cli/shared/without-commands.js';

const said = 'bank: non-conformant\n::error::what a server said\n';

it('stops the commands of GitHub Actions around a text, by a word that is new each time', () => {
  const [one, other] = [1, 2].map(() => withoutCommands(said, { GITHUB_ACTIONS: 'true' }));
  const parts = /^::stop-commands::([\w-]{36})\n([\s\S]*)::\1::\n$/.exec(one ?? '');
  expect(parts?.[2]).toBe(said);
  expect(one).not.toBe(other);
});

it('changes nothing anywhere else', () => {
  expect(withoutCommands(said, {})).toBe(said);
});
