import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { snap } from '../cli/command.js';
import { workspace } from '../cli/workspace.js';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

/** The workflows that a document shows, as whole ones. */
function workflowsIn(document: string): string[] {
  const shown = [...read(document).matchAll(/```yaml\n((?:on:\n[^`]*)?jobs:\n[^`]*)```/g)];
  return shown.map(([, text = '']) => (text.startsWith('on:') ? text : `on: push\n${text}`));
}

describe("GitHub's published schemas", () => {
  it('hold for action.yml, and would notice', () => {
    const action = read('action.yml');
    expect(validateAction(action).errors).toEqual([]);
    expect(validateAction(action.replace('using: composite', 'using: bash')).errors).not.toEqual(
      [],
    );
  });

  it('hold for the workflows of docs/ci.md', () => {
    const workflows = workflowsIn('docs/ci.md');
    expect(workflows).toHaveLength(3);
    for (const workflow of workflows) {
      expect(validateWorkflow(workflow).errors).toEqual([]);
      expect(validateWorkflow(workflow.replace('runs-on:', 'run-on:')).errors).not.toEqual([]);
    }
  });

  it('hold for ci/github.yml', () => {
    expect(validateWorkflow(read('ci/github.yml')).errors).toEqual([]);
  });

  it('hold for the workflow that init writes', async () => {
    const space = workspace();
    const flags = ['--profile', 'doku', '--base-url', 'https://sandbox.example', '--yes'];
    const init = ['init', ...flags, '--client-id', 'me', '--generate-keys', '--ci', 'github'];
    const { status } = await snap(init, { cwd: space.path });
    expect(status).toBe(0);
    const written = join(space.path, '.github/workflows/snap-conformance.yml');
    expect(validateWorkflow(readFileSync(written, 'utf8')).errors).toEqual([]);
  });
});
