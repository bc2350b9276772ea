import { beforeAll, describe, expect, test } from 'vitest';
import type { Depth, TargetResult } from '../../schemas/generated/result.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { idsOf, whole } from './prove.js';
import { type RareServer, rareServers } from './rare-servers.js';

const depths = ['quick', 'standard'] as const satisfies readonly Depth[];
/** All ten when the document is written; otherwise few, since a run of standard depth takes long. */
const ten = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const seeds: Record<(typeof depths)[number], number[]> = whole
  ? { quick: ten, standard: ten }
  : { quick: [1, 2], standard: [1] };

/** What one run found about one server. */
interface Finding {
  verdict: TargetResult['verdict'];
  failed: string[];
}

/** By depth and server: one finding for each seed. */
const found = new Map<string, Finding[]>();
const keyOf = (depth: Depth, name: string) => `${depth} ${name}`;

function serverOf(name: string): RareServer {
  const server = rareServers.find((each) => each.name === name);
  if (!server) throw new RangeError(`there is no server ${name}`);
  return server;
}

/** Starts every server afresh, since some remember what they were sent, and runs side by side. */
async function findAll(depth: Depth, seed: number): Promise<void> {
  const started = await Promise.all(
    rareServers.map(({ name, apply }) => startSandboxTarget(name, { changeTokenB2b: apply })),
  );
  const targets = started.map(({ target }) => target);
  const result = await run(planOf(targets, { depth, seed, only: ['token-b2b/*'] }));
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  for (const target of result.targets) {
    const key = keyOf(depth, target.name);
    const { bySecond = [] } = serverOf(target.name);
    const failed = idsOf(target, 'failed').filter((id) => !bySecond.includes(id));
    const finding = { verdict: target.verdict, failed };
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
}

beforeAll(async () => {
  for (const depth of depths) for (const seed of seeds[depth]) await findAll(depth, seed);
}, 1_500_000);

function areasOf(ids: readonly string[]): (string | undefined)[] {
  return ids.map((id) => shippedCatalogue().get(id)?.area);
}

describe.for(depths)('at depth %s', (depth) => {
  test.for(rareServers.map((server) => [server.name, server] as const))(
    '%s is judged alike with every seed',
    ([name, { area, unseen }]) => {
      const [first, ...others] = found.get(keyOf(depth, name)) ?? [];
      if (!first) throw new Error(`${name} was not run`);
      expect(others).toHaveLength(seeds[depth].length - 1);
      for (const other of others) expect(other).toEqual(first);
      if (unseen?.at.includes(depth)) expect(first.failed).toEqual([]);
      else expect(areasOf(first.failed)).toContain(`token-b2b/${area}`);
    },
  );
});
