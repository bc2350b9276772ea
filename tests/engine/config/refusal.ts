import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { loadConfig } from '../../../src/engine/config/config.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';

/** The message with which a config is refused. */
export async function refusal(name: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'snap-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  const error = await loadConfig(name, folder, {}).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(InputProblem);
  return (error as InputProblem).message;
}
