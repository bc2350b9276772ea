import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedSuites } from '../../src/api/shipped-suites.js';
import { demoProfiles } from '../../src/cli/demo/demonstrate.js';
import { exitStatus } from '../../src/cli/shared/exit-status.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { loadConfig } from '../../src/engine/config/config.js';
import { planTarget } from '../../src/engine/config/plan-target.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { effortAt } from '../../src/engine/plan/effort.js';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { forecastRun } from '../../src/engine/run/forecast-run.js';
import { longestLife } from '../../suites/transaction/token-life.js';
import { targetConfig, workspace } from '../cli/workspace.js';
import { type SandboxTarget, startSandboxTarget } from '../support/sandbox-target.js';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');
const readme = read('README.md').replace(/^```[\s\S]*?^```/gm, '');
const ids = [...shippedCatalogue().keys()];
const services = [...new Set(ids.map((id) => id.split('/')[0] ?? ''))];
const count = (service: string) => ids.filter((id) => id.startsWith(`${service}/`)).length;
const { services: standard } = loadProfile('snap-bi', '.');
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const words = ['no', 'one', 'two', 'three', 'four', 'five'];

/** What README says with a number in it, made from what the number is of; white space stands for any. */
const said = [
  `on ${words[demoProfiles.length]} sandboxes`,
  `sandboxes of ${words[demoProfiles.length]} profiles`,
  `Node ${engines.node.replace('>=', '')} or later`,
  `${ids.length} requirements.`,
  ...services.map((service) => `| \`${service}\` | ${count(service)} |`),
  ...Object.values(exitStatus).map((status) => `| ${status} |`),
  `ends with ${exitStatus.usage}, and the message`,
  `B2B (${standard['token-b2b'].serviceCode}): `,
  `B2B2C (${standard['token-b2b2c'].serviceCode}): `,
  `${longestLife / 60} minutes at most`,
  `at most ${effortAt.quick.shrinkRequests}, ${effortAt.standard.shrinkRequests} or ${effortAt.thorough.shrinkRequests} more`,
];

/** How fast any host but loopback is asked. */
const [rate = ''] = /at most \d+ requests a second/.exec(readme) ?? [];

/** Numbers that count nothing: names, and statuses of HTTP. */
const names = ['B2B2C', 'b2b2c', 'B2B', 'b2b', '429, 503 or silence', '`--shard I/N`'];

const pattern = (text: string) =>
  new RegExp(
    text
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  );

/** The rows of the table of depths: their numbers, in the order of their columns. */
const depths = [...readme.matchAll(/^\| `(quick|standard|thorough)` +\|(.*)\|$/gm)].map(
  ([row, depth, cells = '']) => ({
    row,
    depth: depth as 'quick',
    stated: [...cells.matchAll(/(under|about) ([\d,]+)/g)].map(([, how, number = '']) => ({
      how,
      number: Number(number.replaceAll(',', '')),
    })),
  }),
);

describe('README', () => {
  it.each(said)('says: %s', (text) => {
    expect(readme).toMatch(pattern(text));
  });

  it('has no other number', () => {
    const held = [...said, ...depths.map(({ row }) => row), rate, ...names];
    const rest = held.reduce((text, each) => text.replace(pattern(each), ''), readme);
    const left = rest
      // Where a link leads is no statement.
      .replace(/\]\([^)]*\)/g, ']')
      .split('\n')
      .filter((line) => /\d/.test(line));
    expect(left).toEqual([]);
  });

  it('says how fast a host is asked', async () => {
    const targets = [await targetConfig('https://sandbox.example')];
    const file = workspace().write('snap.config.json', JSON.stringify({ targets }));
    const { limits } = planTarget(await loadConfig(file, '.'), 0);
    expect(rate).toBe(`at most ${limits.rate} requests a second`);
  });
});

describe('README on depths', () => {
  let started: SandboxTarget;
  beforeAll(async () => {
    started = await startSandboxTarget('any', { transaction: true, customer: true });
  });
  afterAll(() => started.sandbox.close());

  it('has each, with a number for each service', () => {
    expect(depths.map(({ depth }) => depth)).toEqual(['quick', 'standard', 'thorough']);
    expect(depths.map(({ stated }) => stated.length)).toEqual([3, 3, 3]);
  });

  it.each(depths)('$depth sends as many requests as it says', ({ depth, stated }) => {
    const plan = { seed: 42, depth, only: [], skip: [], replay: [], suites: shippedSuites() };
    const [forecast] = forecastRun({ ...plan, targets: [started.target] });
    const sent = ['token-b2b', 'transaction', 'token-b2b2c'].map((service) =>
      (forecast?.checks ?? [])
        .filter(({ id }) => id.startsWith(`${service}/`))
        .reduce((sum, { requests }) => sum + requests, 0),
    );
    stated.forEach(({ how, number }, index) => {
      const share = (sent[index] ?? 0) / number;
      expect(share, `${how} ${number}, and it is ${sent[index]}`).toBeGreaterThan(0.9);
      expect(share, `${how} ${number}, and it is ${sent[index]}`).toBeLessThan(
        how === 'under' ? 1 : 1.05,
      );
    });
  });
});
