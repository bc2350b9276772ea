import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { InputProblem } from '../../src/engine/input/input-problem.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { testCredentials } from '../support/sandbox-target.js';
import { changes, pieces } from './changes.js';
import { type Damage, damage, damaged } from './damage.js';
import { kinds } from './inputs.js';
import { type Change, change, copy, type Tree, treeOf, written } from './tree.js';

/** Inputs over all kinds; `npm run fuzz` has a hundred thousand, from a seed of its own. */
const { FUZZ_RUNS = '2000', FUZZ_SEED = '42' } = process.env;
const numRuns = Math.ceil(Number(FUZZ_RUNS) / Object.keys(kinds).length);

const [client] = await testCredentials();
/** What no message may repeat. */
const secrets = [client.clientSecret.slice(0, 16), client.privateKey.split('\n')[3] ?? ''];

/** What became of the inputs, for docs/reliability.md. */
const found: Record<string, { used: number; refused: number }> = {};

const folder = mkdtempSync(join(tmpdir(), 'snap-fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  // A run in which one kind failed has nothing to show.
  if (process.env['WRITE_RELIABILITY'] && Object.keys(found).length === Object.keys(kinds).length)
    writeFileSync(
      join(packageRoot, 'tests/reliability/measured/fuzz.json'),
      `${JSON.stringify({ seed: Number(FUZZ_SEED), kinds: found }, null, 2)}\n`,
    );
});

test.for(Object.entries(kinds))(
  '%s, broken in any way, is used or told what is wrong',
  { timeout: 3_600_000 },
  async ([kind, { files, valid, use }]) => {
    const place = join(folder, kind);
    const out = join(place, 'out');
    mkdirSync(out, { recursive: true });
    const tree = typeof valid === 'string' ? undefined : treeOf(valid);
    const text = typeof valid === 'string' ? valid : JSON.stringify(valid, null, 1);
    const damages = fc.array(damage(pieces), { minLength: 1, maxLength: 3 });
    const input = fc.record({
      file: fc.constantFrom(...files),
      broken: fc.oneof(
        ...(tree ? [changes.map((made) => ({ changes: made }))] : []),
        damages.map((done) => ({ damages: done })),
      ),
      pick: fc.nat(1000),
    });
    const counts = { used: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(input, async ({ file, broken, pick }) => {
        const path = join(place, file);
        writeFileSync(
          path,
          'changes' in broken && tree
            ? changed(tree, broken.changes)
            : damagesOf(broken).reduce(damaged, text),
        );
        const before = readdirSync(folder);
        try {
          await use(path, out, pick);
          counts.used += 1;
        } catch (error) {
          counts.refused += 1;
          requireClear(error);
        }
        expect(readdirSync(folder)).toEqual(before);
        expect(readdirSync(place).filter((name) => !files.includes(name))).toEqual(['out']);
        rmSync(out, { recursive: true });
        mkdirSync(out);
      }),
      { numRuns, seed: Number(FUZZ_SEED) },
    );
    found[kind] = counts;
    // Else nothing would have been tried of the one or the other.
    expect(Math.min(counts.refused, counts.used)).toBeGreaterThan(numRuns / 50);
  },
);

function damagesOf(broken: { damages: Damage[] } | { changes: Change[] }): Damage[] {
  return 'damages' in broken ? broken.damages : [];
}

function changed(tree: Tree, all: readonly Change[]): string {
  const own = copy(tree);
  for (const each of all) change(own, each);
  return written(own);
}

/** One clear error: what, where, and how to mend it. */
function requireClear(error: unknown): void {
  if (!(error instanceof InputProblem)) throw error;
  for (const { file, pointer, what } of error.problems) {
    expect(file, what).toBeTruthy();
    expect(what).toMatch(/\S/);
    if (pointer !== undefined) expect(pointer).toMatch(/^(?:\/|$)/);
  }
  expect(error.message).not.toMatch(/^\s+at (?:.* \(.*:\d+:\d+\)|(?:file|node):.*:\d+)$/m);
  expect(error.message.length).toBeLessThan(100_000);
  for (const secret of secrets) expect(error.message).not.toContain(secret);
}
