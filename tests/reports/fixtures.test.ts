import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { full } from './fixtures/full.js';
import { hostile, poison } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/result.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addKeyword('tsType');
const validate = ajv.compile(schema);

describe('the results that the reports are tested with', () => {
  it.each([
    ['rich', rich],
    ['full', full],
    ['hostile', hostile],
  ])('the %s one is what the schema describes', (_, result) => {
    validate(result);
    expect(validate.errors).toBeNull();
  });

  it('the rich one has every outcome, as failure and as warning', () => {
    const seen = rich.targets.flatMap(({ checks }) =>
      checks.map(({ outcome, level }) => `${outcome} ${level}`),
    );
    for (const outcome of ['passed', 'failed', 'cantTell', 'inapplicable', 'untested']) {
      expect(seen.some((one) => one.startsWith(outcome))).toBe(true);
    }
    expect(seen).toEqual(expect.arrayContaining(['failed MUST', 'failed SHOULD']));
  });

  it('every exchange that a check names is there', () => {
    for (const target of rich.targets) {
      const held = rich.exchanges.filter((one) => one.target === target.name).map(({ id }) => id);
      for (const check of target.checks)
        expect(held).toEqual(expect.arrayContaining(check.exchanges));
    }
  });

  it('the full one has every property that the schema knows', () => {
    const known = new Set<string>();
    const seen = new Set<string>();
    visit(schema, (key, value) => {
      if (key === 'properties') for (const name of Object.keys(value)) known.add(name);
    });
    visit(full, (key) => seen.add(key));
    expect(known.size).toBeGreaterThan(70);
    expect([...known].filter((name) => !seen.has(name))).toEqual([]);
  });

  it('the hostile one is poisoned where a server or a config speaks', () => {
    const [target] = hostile.targets;
    const [exchange] = hostile.exchanges;
    for (const text of [
      target?.name,
      target?.checks[0]?.message,
      target?.contradictions[0]?.readings[0]?.says,
      Object.keys(target?.dialect ?? {})[0],
      exchange?.response?.body.text,
      exchange?.response?.headers[0]?.[0],
      exchange?.request.url,
      exchange?.signed?.stringToSign,
      target?.contradictions[0]?.id,
      target?.checks[6]?.known?.reason,
      target?.checks[6]?.replay,
      Object.keys(target?.controls ?? {})[1],
      hostile.requirements[0]?.translations?.id?.remedy,
    ]) {
      expect(text).toContain(poison);
    }
  });
});

/** Every property in a value, however deep. */
function visit(value: unknown, act: (key: string, value: object) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) act(key, item);
    visit(item, act);
  }
}
