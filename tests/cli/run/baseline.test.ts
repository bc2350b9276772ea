import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Baseline } from '../../../schemas/generated/baseline.js';
import { snap } from '../command.js';
import { sandboxWorkspace, targetConfig, workspace } from '../workspace.js';

const epoch = 'token-b2b/timestamp/rejects-epoch';
const shortOffset = 'token-b2b/timestamp/rejects-short-offset';
const args = ['run', '--depth', 'quick', '--seed', '1', '--only', `${epoch},${shortOffset}`];

describe('run with a baseline', () => {
  test('is written by --update-baseline, found next to the config, and outdated by a pass', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const written = await snap([...args, '--update-baseline'], { cwd: space.path });
    expect(written.status).toBe(0);
    expect(written.stderr).toContain('snap-baseline.yaml: 1 added, 0 removed');
    expect(written.stderr).toContain(`  + bank: ${epoch}`);
    expect(written.stdout).toContain('bank: conformant with 1 known failure');
    expect(written.stdout).toMatch(
      /known {5}known failure until \d{4}-\d\d-\d\d: not explained yet/,
    );
    const [entry] = (parse(space.read('snap-baseline.yaml')) as Baseline).known;
    expect(entry).toMatchObject({ target: 'bank', check: epoch });

    const text = `known:
  - { target: bank, check: ${epoch}, reason: waits for 1.2, owner: payments, expires: 2999-12-31 }
  - { target: bank, check: ${shortOffset}, reason: was mended }
`;
    space.write('snap-baseline.yaml', text);
    const stale = await snap([...args, '--quiet'], { cwd: space.path });
    expect(stale.status).toBe(1);
    expect(stale.stdout).toContain('known failure until 2999-12-31: waits for 1.2 (payments)');
    expect(stale.stderr).toContain(`  bank: ${shortOffset}: stale entry: the check passes now`);
    const { run, targets } = space.result();
    expect(run.baseline).toMatchObject({ file: 'snap-baseline.yaml', expired: [] });
    expect(run.baseline?.stale.map(({ check }) => check)).toEqual([shortOffset]);
    expect(targets[0]).toMatchObject({ verdict: 'conformant', summary: { failed: 1 } });
    expect(space.read('snap-report/junit.xml')).toContain('type="baseline"');
    expect(space.read('snap-report/report.html')).toContain('snap-baseline.yaml fails the run');
  });

  test('keeps the input that exploring found, and tries it first whatever the seed', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const explore = ['run', '--depth', 'quick', '--only', `${epoch},${shortOffset}`];
    const found = await snap([...explore, '--seed', 'random'], { cwd: space.path });
    expect(found.stderr).toMatch(/seed \d+ \(random\)\n/);
    expect(found.stdout).toMatch(
      /An input failed that exploring found[^]*\n {2}snap-conformance run --seed \d+ --depth quick --update-baseline\n/,
    );
    const { seed, seedFrom } = space.result().run;
    expect(seedFrom).toBe('random');

    const kept = ['--seed', String(seed), '--update-baseline'];
    expect((await snap([...explore, ...kept], { cwd: space.path })).status).toBe(0);
    const [entry] = (parse(space.read('snap-baseline.yaml')) as Baseline).known;
    expect(entry?.input).toMatchObject({ value: expect.anything() as unknown });

    const gate = await snap(explore, { cwd: space.path });
    expect(gate.status).toBe(0);
    const { run, targets } = space.result();
    expect(run.seedFrom).toBe('default');
    const check = targets[0]?.checks.find(({ id }) => id === epoch);
    expect(check).toMatchObject({
      keptInput: { outcome: 'failed' },
      counterexample: entry?.input,
      known: { reason: 'not explained yet' },
    });
  });

  test('is updated by an exploring run, which fails by what it found', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const nightly = [...args.slice(0, 3), '--seed', 'random', '--only', `${epoch},${shortOffset}`];
    const found = await snap([...nightly, '--update-baseline'], { cwd: space.path });
    expect(found.status).toBe(1);
    expect(found.stderr).toContain('Later runs try these inputs first; this one fails by them.');
    expect(found.stdout).not.toContain('exploring found');
    const again = await snap([...nightly, '--update-baseline'], { cwd: space.path });
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('snap-baseline.yaml is up to date');
  });

  test('is named in the replay of a run that named it', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    space.write('mine.yaml', 'known: []');
    await snap([...args, '--baseline', 'mine.yaml'], { cwd: space.path });
    expect(space.result().targets[0]?.checks.find(({ id }) => id === epoch)?.replay).toContain(
      ' --baseline mine.yaml ',
    );
  });

  test('is read before anything is sent', async () => {
    const space = await sandboxWorkspace();
    space.write('mine.yaml', 'known: [{ target: bank }]');
    const bad = await snap([...args, '--baseline', 'mine.yaml'], { cwd: space.path });
    expect(bad.status).toBe(2);
    expect(bad.stderr).toContain('"check" is missing\n  at mine.yaml:1:9#/known/0');
    const none = await snap([...args, '--baseline', 'none.yaml'], { cwd: space.path });
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("can't read the file: there is no such file\n  at none.yaml");
    expect(space.sandbox.requests).toBe(0);
  });

  test('that cannot be updated is refused before anything is sent', async () => {
    const space = await sandboxWorkspace('takes-epoch');
    const update = (file: string) =>
      snap([...args, '--update-baseline', '--baseline', file], { cwd: space.path });
    const json = await update('known.json');
    expect(json.status).toBe(2);
    expect(json.stderr).toContain('a baseline in JSON is read, but not updated\n  at known.json');
    space.write('folder.yaml/inner', '');
    const folder = await update('folder.yaml');
    expect(folder.status).toBe(2);
    expect(folder.stderr).toContain('folder.yaml');
    expect(space.sandbox.requests).toBe(0);
  });

  test('needs a name if there is no config to stand next to', async () => {
    const space = workspace();
    const flags = ['--profile', 'snap-bi', '--base-url', 'http://127.0.0.1:1', '--client-id', 'c'];
    const { client } = await targetConfig('http://127.0.0.1:1');
    space.write('key.pem', String(client.privateKey));
    const { status, stderr } = await snap(
      ['run', ...flags, '--private-key', 'key.pem', '--update-baseline'],
      { cwd: space.path },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('Name the file that is to be written: --baseline FILE.');
  });
});
