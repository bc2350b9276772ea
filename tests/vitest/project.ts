import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../schemas/generated/config.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { createSandbox, type RunningSandbox } from '../../src/index.js';
import { type Ended, startProgram } from '../cli/command.js';
import { type Workspace, workspace } from '../cli/workspace.js';
import { install, type Packed } from '../support/packed.js';

/** A user's project with the files that docs/vitest.md shows, and a sandbox that its config names. */
export interface Project extends Workspace {
  sandbox: RunningSandbox;
  /** Runs vitest once, with these arguments. */
  vitest(...args: string[]): Promise<Ended>;
  /** Runs the installed command. */
  command(...args: string[]): Promise<Ended>;
}

/**
 * The files of a page's code blocks that begin with their name: `// vitest.config.ts`.
 *
 * @param page Path as seen from the package's folder.
 */
export function filesOn(page: string): [name: string, text: string][] {
  const text = readFileSync(join(packageRoot, page), 'utf8');
  return [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```/gm)].map(
    ([, name = '', content = '']) => [name, content],
  );
}

/** A project with the packed package and vitest in it, and a sandbox with these faults. */
export async function project(packed: Packed, ...faults: string[]): Promise<Project> {
  const space = workspace();
  install(packed, space.path, ['vitest']);
  space.write('package.json', '{ "name": "consumer", "private": true, "type": "module" }');
  for (const [name, text] of filesOn('docs/vitest.md')) space.write(name, text);
  const sandbox = await createSandbox({ faults });
  onTestFinished(() => sandbox.close());
  const config: Config = { targets: [sandbox.target] };
  space.write('snap.config.json', JSON.stringify(config));
  const npx = (...args: string[]) =>
    startProgram('npx', ['--no-install', ...args], {
      cwd: space.path,
      env: { NO_COLOR: '1' },
      group: true,
    }).ended;
  return {
    ...space,
    sandbox,
    vitest: (...args) => npx('vitest', 'run', ...args),
    command: (...args) => npx('snap-conformance', ...args),
  };
}
