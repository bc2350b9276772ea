import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { listenForStop } from '../../../src/cli/shared/stop-signal.js';
import { serve } from '../../support/server.js';
import { start } from '../command.js';
import { sandbox, targetConfig, workspace } from '../workspace.js';

/** Sits in front of a sandbox, lets some requests through, and then holds back all others: the run can't end. */
async function holdAfter(passing: number): Promise<{ url: string; held: Promise<void> }> {
  const { url: behind } = await sandbox();
  let requests = 0;
  let hold = () => {};
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const { url } = await serve((incoming, outgoing) => {
    requests += 1;
    if (requests > passing) {
      hold();
      return;
    }
    const { method, url: path = '/', headers } = incoming;
    const onward = request(new URL(path, behind), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  return { url, held };
}

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run with status 130 and reports of what was found by then',
  async (signal) => {
    const { url, held } = await holdAfter(120);
    const space = workspace();
    const targets = [await targetConfig(url), await targetConfig(url, { name: 'never reached' })];
    space.write('snap.config.json', JSON.stringify({ targets }));
    const { child, ended } = start(['run', '--depth', 'quick'], { cwd: space.path });
    await held;
    child.kill(signal);
    const { status, stdout, stderr } = await ended;
    expect(status).toBe(130);
    expect(stderr).toContain('Stopping');
    expect(stdout).toContain('interrupted');
    const { run, targets: found, exchanges } = space.result();
    expect(run.interrupted).toBe(true);
    expect(found[0]?.summary.passed).toBeGreaterThan(0);
    expect(found[0]?.summary.untested).toBeGreaterThan(50);
    const ids = exchanges.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(space.read('snap-report/report.html')).toContain('interrupted');
    expect(space.read('snap-report/junit.xml')).toContain('never reached');
  },
);

/** A listener that keeps the process busy at the first Ctrl-C until `go` is there: so nothing ends by itself meanwhile. */
const busyAtFirst = `
import { existsSync } from 'node:fs';
process.once('SIGINT', () => {
  process.stderr.write('busy\\n');
  while (!existsSync('go'));
});
`;

test('a second Ctrl-C ends a run at once, and leaves its journal', async () => {
  const { url, held } = await holdAfter(120);
  const space = workspace();
  const targets = JSON.stringify([await targetConfig(url)]);
  space.write('snap.config.mjs', `${busyAtFirst}export default { targets: ${targets} };`);
  const { child, ended } = start(['run', '--depth', 'quick'], { cwd: space.path });
  child.stderr.on('data', (data) => {
    if (!String(data).includes('busy')) return;
    child.kill('SIGINT');
    space.write('go', '');
  });
  await held;
  child.kill('SIGINT');
  const { status, stderr } = await ended;
  expect(stderr).toContain('Stopping');
  expect(status).toBe(130);
  const left = readdirSync(join(space.path, 'snap-report'));
  expect(left).toEqual([expect.stringMatching(/^journal-/)]);
});

describe('a second signal', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('ends the process at once', () => {
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
    let stops = 0;
    const { signal, release } = listenForStop(() => {
      stops += 1;
    });
    process.emit('SIGINT');
    expect(signal.aborted).toBe(true);
    expect(exit).not.toHaveBeenCalled();
    process.emit('SIGTERM');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
    release();
    expect(stops).toBe(1);
  });

  it('is not listened for once the signals are released', () => {
    const before = process.listenerCount('SIGINT');
    const { release } = listenForStop();
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    release();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
