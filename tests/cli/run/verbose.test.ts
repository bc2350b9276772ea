import { expect, it } from 'vitest';
import { snap } from '../command.js';
import { sandboxWorkspace, workspace } from '../workspace.js';

it('--verbose shows each check as it ends, with its time and its requests, in the language of --lang', async () => {
  const space = await sandboxWorkspace('takes-epoch');
  const only = ['--only', 'token-b2b/timestamp/rejects-e*,token-b2b/response/status'];
  const args = ['run', '--depth', 'quick', '--verbose', '--lang', 'id', ...only];
  const { stderr, status } = await snap(args, { cwd: space.path });
  expect(status).toBe(1);
  const lines = [...stderr.matchAll(/^(\w+) +bank (\S+) \(\d+ ms, (\d+) permintaan\)$/gm)];
  expect(lines.map(([, outcome, id]) => [id, outcome])).toEqual([
    ['token-b2b/timestamp/rejects-epoch', 'gagal'],
    ['token-b2b/response/status', 'lulus'],
  ]);
  const sent = lines.reduce((sum, [, , , requests]) => sum + Number(requests), 0);
  expect(sent).toBe(space.sandbox.requests);
  expect(space.read('snap-report/report.html')).toContain('<html lang="id">');
  const again = ['report', 'snap-report/result.json', '--reporter', 'html', '--out', 'again'];
  await snap([...again, '--lang', 'id'], { cwd: space.path });
  expect(space.read('again/report.html')).toContain('<html lang="id">');
});

it('--verbose and --quiet exclude each other', async () => {
  const { status, stderr } = await snap(['run', '--quiet', '--verbose'], { cwd: workspace().path });
  expect(status).toBe(2);
  expect(stderr).toContain('cannot be used with');
});

it('for a mistyped tag the nearest one is named', async () => {
  const { status, stderr } = await snap(['list', '--only', 'tag:propety'], {
    cwd: workspace().path,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean "tag:property"?');
});
