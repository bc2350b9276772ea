import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { snap } from '../cli/command.js';
import { workspace } from '../cli/workspace.js';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

/** The workflow that a document shows, as a whole one. */
function workflowIn(document: string): string {
  const [, jobs] = /```yaml\n(jobs:\n[^`]*)```/.exec(read(document)) ?? [];
  if (jobs === undefined) throw new Error(`${document} shows no job`);
  return `on: push\n${jobs}`;
}

describe("GitHub's published schemas", () => {
  it('hold for action.yml, and would notice', () => {
    const action = read('action.yml');
    expect(validateAction(action).errors).toEqual([]);
    expect(validateAction(action.replace('using: composite', 'using: bash')).errors).not.toEqual(
      [],
    );
  });

  it('hold for the workflow of docs/ci.md', () => {
    const workflow = workflowIn('docs/ci.md');
    expect(validateWorkflow(workflow).errors).toEqual([]);
    expect(validateWorkflow(workflow.replace('runs-on:', 'run-on:')).errors).not.toEqual([]);
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
