import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TargetConfig } from '../../schemas/generated/config.js';
import type { Result } from '../../schemas/generated/result.js';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** A run of the built command: what it found, wrote and needed. */
export interface MeasuredRun {
  /** Undefined if it wrote none. */
  result: Result | undefined;
  status: number | null;
  /** All that it printed, and each report. */
  outputs: Map<string, string>;
  seconds: number;
  peakMiB: number;
}

const command = join(packageRoot, 'dist', 'command', 'main.js');
const peakMemory = join(packageRoot, 'tests', 'reliability', 'peak-memory.mjs');

/** Runs the built command on targets, in a process and a folder of its own, with its usual reports. */
export async function measureRun(targets: readonly TargetConfig[]): Promise<MeasuredRun> {
  const cwd = mkdtempSync(join(tmpdir(), 'snap-reliability-'));
  const peakFile = join(cwd, 'peak');
  writeFileSync(join(cwd, 'snap.config.json'), JSON.stringify({ targets }));
  const begun = performance.now();
  const args = ['run', '--depth', 'quick', '--out', 'reports'];
  const child = spawn(process.execPath, ['--import', peakMemory, command, ...args], {
    cwd,
    env: { ...process.env, SNAP_PEAK_FILE: peakFile, NO_COLOR: '1', SNAP_TEST_CLIENTS: '' },
  });
  const printed: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (data) => {
      printed[name] += data;
    });
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - begun) / 1000;
  const outputs = new Map(Object.entries(printed));
  for (const entry of readdirSync(join(cwd, 'reports')))
    outputs.set(entry, readFileSync(join(cwd, 'reports', entry), 'utf8'));
  const peakMiB = Number(readFileSync(peakFile, 'utf8')) / 1024;
  rmSync(cwd, { recursive: true });
  const json = outputs.get('result.json');
  const result = json === undefined ? undefined : (JSON.parse(json) as Result);
  return { result, status, outputs, seconds, peakMiB };
}
