import { describe, expect, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { LoadedConfig } from '../../../src/engine/config/config.js';
import { planAll } from '../../../src/engine/config/plan-all.js';
import { targetsLeftOut } from '../../../src/engine/config/targets-left-out.js';
import { render } from '../../../src/messages/render.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ clientId, privateKey }] = await testCredentials();
const target = (name: string, baseUrl: string): TargetConfig => ({
  ...{ name, profile: 'snap-bi', baseUrl, client: { clientId, privateKey } },
});
const loaded = {
  file: 'c.json',
  folder: '.',
  config: { targets: [target('far', 'https://bank.example'), target('near', 'http://127.0.0.1')] },
} satisfies LoadedConfig;

describe('the rate of a target', () => {
  const rates = (flags: Parameters<typeof planAll>[1]) =>
    planAll(loaded, flags).map(({ limits }) => limits.rate);

  test('is divided among the shards of a run, wherever it comes from', () => {
    expect(rates({})).toEqual([10, null]);
    expect(rates({ shard: { index: 2, count: 4 } })).toEqual([2.5, null]);
    expect(rates({ shard: { index: 2, count: 4 }, rate: 6 })).toEqual([1.5, 1.5]);
    expect(rates({ shard: { index: 1, count: 1 } })).toEqual([10, null]);
  });

  test('that is a share is told', () => {
    const [far, near] = planAll(loaded, { shard: { index: 2, count: 3 } });
    expect(far?.notes.map((note) => render(note))).toEqual([
      '3.33 of 10 requests a second, because this is shard 2 of 3',
    ]);
    expect(near?.notes).toEqual([]);
  });
});

test('targets that were not chosen are left out; without a choice none is', () => {
  expect(targetsLeftOut(loaded, ['near'])).toEqual(['far']);
  expect(targetsLeftOut(loaded, [])).toEqual([]);
  expect(targetsLeftOut(loaded)).toEqual([]);
});
