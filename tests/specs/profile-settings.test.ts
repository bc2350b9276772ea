import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { tokenServiceIds } from '../../src/protocol/services.js';
import { readProfile } from './spec-files.js';

describe.each(shippedProfiles())('the profile %s', (provider) => {
  test.each(tokenServiceIds)(
    'settles, merged with what it extends, every setting of %s',
    (service) => {
      expect(
        unsettled(settings(service), loadProfile(provider, packageRoot).services[service], ''),
      ).toEqual([]);
    },
  );
});

test('the standard extends nothing and settles every setting itself', () => {
  const standard = readProfile('snap-bi');
  expect(standard.extends).toBeUndefined();
  for (const service of tokenServiceIds)
    expect(unsettled(settings(service), standard.services?.[service], '')).toEqual([]);
});

interface SettingsSchema {
  $ref?: string;
  properties?: Record<string, SettingsSchema>;
}

/** A token service's settings as profile.schema.json defines them, references followed. */
function settings(service: (typeof tokenServiceIds)[number]): SettingsSchema {
  const file = join(packageRoot, 'schemas', 'profile.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    $defs: Record<string, SettingsSchema>;
  };
  const follow = (node: SettingsSchema): SettingsSchema => {
    const target =
      node.$ref === undefined ? node : schema.$defs[node.$ref.slice('#/$defs/'.length)];
    if (!target) throw new Error(`${node.$ref} leads nowhere`);
    const properties = Object.entries(target.properties ?? {});
    return {
      properties: Object.fromEntries(properties.map(([key, below]) => [key, follow(below)])),
    };
  };
  return follow({
    $ref: service === 'token-b2b' ? '#/$defs/tokenB2b' : '#/$defs/tokenB2b2c',
  });
}

function unsettled(schema: SettingsSchema, value: unknown, at: string): string[] {
  if (value === undefined) return [at];
  return Object.entries(schema.properties ?? {}).flatMap(([key, below]) =>
    unsettled(below, (value as Record<string, unknown>)[key], `${at}/${key}`),
  );
}
