import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TargetConfig } from '../../schemas/generated/config.js';
import type { CheckResult, Result } from '../../schemas/generated/result.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { startSandboxTarget, testCredentials } from '../support/sandbox-target.js';

/** A folder of its own for a command to run in; gone when the test ends. */
export interface Workspace {
  path: string;
  write(file: string, text: string): string;
  read(file: string): string;
  /** The result that a run wrote into `snap-report/`, or another folder. */
  result(out?: string): Result;
}

export function workspace(): Workspace {
  const path = mkdtempSync(join(tmpdir(), 'snap-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const read = (file: string) => readFileSync(join(path, file), 'utf8');
  return {
    path,
    read,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
      return join(path, file);
    },
    result: (out = 'snap-report') => JSON.parse(read(`${out}/result.json`)) as Result,
  };
}

/** A target's config at any URL, with the test clients' keys in it. */
export async function targetConfig(
  baseUrl: string,
  changes: Partial<TargetConfig> = {},
): Promise<TargetConfig> {
  const [client, otherClient] = (await testCredentials()).map(
    ({ clientId, clientSecret, privateKey }) => ({ clientId, clientSecret, privateKey }),
  );
  if (!client || !otherClient) throw new Error('two clients are made');
  return { name: 'bank', profile: 'snap-bi', baseUrl, client, otherClient, ...changes };
}

/** Starts a sandbox of snap-bi that ends with the test. */
export async function sandbox(...faults: string[]): Promise<Sandbox> {
  const started = await startSandboxTarget('bank', { faults });
  onTestFinished(() => started.sandbox.close());
  return started.sandbox;
}

/** A workspace whose `snap.config.json` names one target, `bank`: a sandbox with these faults. */
export async function sandboxWorkspace(
  ...faults: string[]
): Promise<Workspace & { sandbox: Sandbox }> {
  const space = workspace();
  const server = await sandbox(...faults);
  space.write('snap.config.json', JSON.stringify({ targets: [await targetConfig(server.url)] }));
  return { ...space, sandbox: server };
}

/** The checks of the first target that failed. */
export function failedChecks({ targets }: Result): CheckResult[] {
  return (targets[0]?.checks ?? []).filter(({ outcome }) => outcome === 'failed');
}
