/** One run in a process of its own, so that its memory and start-up are its own. Started by `run-apart.mjs`. */
import { readFileSync } from 'node:fs';
import { keepHeapSmall } from '../dist/src/cli/run/keep-heap-small.js';
import { run } from '../dist/src/engine/run/run.js';

/** The most memory that this process ever held, its worker thread's included, in MiB. */
function peakMiB() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  // maxRSS of a forked process can be the parent's; VmHWM is its own.
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(kibibytes) / 1024;
}

process.once('message', async (plan) => {
  // As the command does.
  keepHeapSmall();
  const { result } = await run(plan);
  process.send({
    requests: result.targets.reduce((sum, { stats }) => sum + stats.requests, 0),
    /** Spent in checks: vitest's own start-up is not in it. */
    checksMs: result.targets.reduce((sum, { stats }) => sum + stats.durationMs, 0),
    wallMs: Date.parse(result.run.finishedAt) - Date.parse(result.run.startedAt),
    peakMiB: peakMiB(),
    verdicts: result.targets.map(({ verdict }) => verdict),
  });
  process.disconnect();
});
