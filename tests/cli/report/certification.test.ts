import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandboxTarget, transactionFor } from '../../support/sandbox-target.js';
import { snap } from '../command.js';
import { targetConfig, type Workspace, workspace } from '../workspace.js';

const few = ['--depth', 'quick', '--only', 'transaction/headers/rejects-missing-timestamp'];

/** A folder with the config of a sandbox; the head of the form stands in it twice. */
async function configured(): Promise<Workspace> {
  const space = workspace();
  const { sandbox, target } = await startSandboxTarget('bank', { transaction: true });
  onTestFinished(() => sandbox.close());
  const transaction = transactionFor(target.client, target.profile);
  const certification = { provider: 'Bank Contoh', user: 'Toko Lain' };
  const own = await targetConfig(sandbox.url, { transaction, certification: { user: 'Toko' } });
  space.write('snap.config.json', JSON.stringify({ certification, targets: [own] }));
  return space;
}

/** What the form of the target says of a line of its head, and the results of its rows. */
async function formIn(space: Workspace, folder: string) {
  const rows = await readSheet(readFileSync(join(space.path, folder, 'form-bank.xlsx')));
  const text = (cell: unknown) => String(cell ?? '');
  const answer = (title: string) =>
    rows
      .find((row) => row[0] === title)
      ?.map(text)
      .find((cell) => cell.startsWith(': '))
      ?.slice(2);
  const results = rows.flatMap((row) => (/^\d/.test(text(row[0])) ? [[row[0], row[6]]] : []));
  return { answer, results: Object.fromEntries(results) as Record<string, string> };
}

describe('the head of the form', () => {
  test('is that of the config, the target first; --certification goes before both', async () => {
    const space = await configured();
    const cwd = space.path;
    const ran = await snap(['run', ...few, '--reporter', 'json,form-xlsx'], { cwd });
    expect(ran.status, ran.stderr).toBe(0);
    const { answer, results } = await formIn(space, 'snap-report');
    expect(answer('Nama Penyedia Layanan')).toBe('Bank Contoh');
    expect(answer('Nama Pengguna Layanan')).toBe('Toko');
    expect(answer('Nama Layanan API')).toMatch(/^…+$/);
    expect([results['3.3'], results['3.1']]).toEqual(['PASS', 'N/A']);

    space.write('head.yaml', 'user: Toko Contoh\napi: Balance Inquiry\ndate: 2026-12-01\n');
    const args = ['report', 'snap-report/result.json', '--certification', 'head.yaml'];
    const shown = await snap([...args, '--reporter', 'form-xlsx,form-docx', '--out', 'again'], {
      cwd,
    });
    expect(shown.status, shown.stderr).toBe(0);
    const again = await formIn(space, 'again');
    expect(again.answer('Nama Penyedia Layanan')).toBe('Bank Contoh');
    expect(again.answer('Nama Pengguna Layanan')).toBe('Toko Contoh');
    expect(again.answer('Nama Layanan API')).toBe('Balance Inquiry');
    expect(again.answer('Tanggal Pengujian')).toBe('2026-12-01');
    expect(again.results).toEqual(results);
    // The result says what the run was told.
    expect(space.result().targets[0]?.certification).toEqual({
      provider: 'Bank Contoh',
      user: 'Toko',
    });
  });

  test('of run may be a file too, and is kept in the result', async () => {
    const space = await configured();
    space.write('head.json', '{"api": "Balance Inquiry"}');
    const { status } = await snap(['run', ...few, '--certification', 'head.json'], {
      cwd: space.path,
    });
    expect(status).toBe(0);
    expect(space.result().targets[0]?.certification).toEqual({
      ...{ provider: 'Bank Contoh', user: 'Toko', api: 'Balance Inquiry' },
    });
  });

  test.each([
    ['is not there', undefined, /can't read|no such file/, undefined],
    ['has a member too many', 'bank: Bank Contoh\n', /unknown member "bank"/, 'provider: Bank\n'],
    ['has a number', 'date: 20261201\n', /date/, "date: '20261201'\n"],
    ['is no YAML', 'user: "Toko\n', /not valid YAML/, 'user: "Toko"\n'],
  ])('whose file %s is refused before anything is sent', async (_, text, said, mended) => {
    const space = await configured();
    if (text !== undefined) space.write('head.yaml', text);
    const args = ['run', ...few, '--reporter', 'form-docx', '--certification', 'head.yaml'];
    const { status, stderr } = await snap(args, { cwd: space.path });
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr).toContain('head.yaml');
    expect(stderr).not.toMatch(/\n\s+at \S+ \(/);
    space.write('head.yaml', mended ?? 'user: Toko\n');
    expect((await snap(args, { cwd: space.path })).status).toBe(0);
  });
});
