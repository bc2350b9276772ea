import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../../schemas/generated/config.js';
import type { Result } from '../../../schemas/generated/result.js';
import { runConfig } from '../../../src/api/run-config.js';
import { targetConfig } from '../../cli/workspace.js';
import { clockChecks, freezeDate } from '../../support/frozen-date.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { toldIn } from './told.js';

const own = 'token-b2b/house-rules/trace-context';
const only = [
  ...[own, 'token-b2b/headers/rejects-missing-*', 'token-b2b/timestamp/rejects-e*'],
  ...['token-b2b/body/accepts-any-rendering', 'token-b2b/response/*'],
];

/** A suite of the user's own whose one check says this of requests with a trace context. */
function houseRules(check: 'accepts' | 'refuses'): string {
  const folder = mkdtempSync(join(tmpdir(), 'snap-overlapping-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const fault = check === 'refuses' ? "as: 'other', " : '';
  writeFileSync(
    join(folder, 'mine.suite.ts'),
    `import { ${check}, area, headerValue, tokenB2b } from 'snap-conformance/suite';
export const houseRules = area(tokenB2b, 'house-rules', [
  ${check}('trace-context', { ${fault}probes: () => [headerValue('traceparent', '00-01', 'it is traced (${check})')] }),
]);\n`,
  );
  writeFileSync(
    join(folder, 'mine.yaml'),
    `area: token-b2b/house-rules
title: House rules
requirements:
  - name: trace-context
    level: MUST
    kind: example
    title: Our server ${check} a request with a trace context
    statement: Our server ${check} a valid token request with a traceparent header.
    rationale: It is a rule of this house.
    remedy: Keep to it.
    sources: [{ at: "House rules (${check})", word: must }]\n`,
  );
  return folder;
}

/** A run of one target, `bank`: always the same name, each time another server. */
async function runOf(
  { folder = tmpdir(), suites }: { folder?: string; suites?: string[] },
  ...faults: string[]
) {
  const { sandbox } = await startSandboxTarget('bank', { faults });
  onTestFinished(() => sandbox.close());
  const target = await targetConfig(sandbox.url);
  const config = { targets: [target], ...(suites && { suites }) } satisfies Config;
  return {
    url: sandbox.url,
    go: (seed: number) => runConfig(config, { folder, seed, only, skip: clockChecks }),
  };
}

/** The address that each exchange went to. */
const origins = ({ exchanges }: Result) => [
  ...new Set(exchanges.map(({ request }) => new URL(request.url).origin)),
];

test('each of several runs at once finds what it finds alone, and holds nothing of another', async () => {
  freezeDate();
  const runs = {
    accepting: await runOf({ folder: houseRules('accepts'), suites: ['mine.suite.ts'] }),
    refusing: await runOf({ folder: houseRules('refuses'), suites: ['mine.suite.ts'] }),
    plain: await runOf({}),
    faulty: await runOf({}, 'takes-epoch'),
  };
  const alone: Record<string, Result> = {};
  for (const [name, { go }] of Object.entries(runs)) alone[name] = await go(1);
  const together = Object.fromEntries(
    await Promise.all(
      Object.entries(runs).map(async ([name, { go }]) => [name, await go(1)] as const),
    ),
  );

  for (const [name, { url }] of Object.entries(runs)) {
    const [one, other] = [alone[name], together[name]];
    if (!one || !other) throw new Error('each run has a result');
    expect(toldIn(other), name).toEqual(toldIn(one));
    expect(origins(other)).toEqual([url]);
    expect(other.exchanges).toHaveLength(one.exchanges.length);
    expect(other.targets[0]?.stats.requests).toBe(one.targets[0]?.stats.requests);
    expect(other.targets[0]?.checks.filter(({ id }) => id === own)).toHaveLength(
      name === 'accepting' || name === 'refusing' ? 1 : 0,
    );
  }

  const said = (name: string) => {
    const [target] = together[name]?.targets ?? [];
    const check = target?.checks.find(({ id }) => id === own);
    return [target?.verdict, check?.outcome, check?.sources];
  };
  expect(said('accepting')).toEqual(['conformant', 'passed', ['House rules (accepts)']]);
  expect(said('refusing')).toEqual(['non-conformant', 'failed', ['House rules (refuses)']]);
  expect(said('plain')).toEqual(['conformant', undefined, undefined]);
  expect(said('faulty')).toEqual(['non-conformant', undefined, undefined]);

  const digests = Object.fromEntries(
    Object.entries(together).map(([name, { run }]) => [name, run.catalogueDigest]),
  );
  expect(digests['plain']).toBe(digests['faulty']);
  expect(new Set(Object.values(digests)).size).toBe(3);
});
