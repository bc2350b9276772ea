import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../reports/sarif.js';
import type { Result } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';
import { withKnown } from './fixtures/with-known.js';

const text = readFileSync(new URL('./fixtures/sarif-2.1.0.schema.json', import.meta.url), 'utf8');
// Draft 4, of which it uses nothing that later drafts read otherwise but the name of its own id.
const { $schema: _, id: __, ...schema } = JSON.parse(text);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Location {
  physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string } };
}
interface Found {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Location[];
  partialFingerprints: { primaryLocationLineHash: string };
  suppressions?: object[];
}
interface Run {
  tool: { driver: { rules: { id: string; help: { text: string } }[] } };
  invocations: [{ executionSuccessful: boolean }];
  results: Found[];
}

function runOf(result: Result, configFile?: string): Run {
  return JSON.parse(sarif.render(result, configFile === undefined ? {} : { configFile })).runs[0];
}

const fingerprints = (result: Result) =>
  runOf(result).results.map(
    ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
  );

describe('results.sarif', () => {
  it.each([
    ['rich', rich],
    ['hostile', hostile],
    ['evil', evilResult],
    ['known', withKnown],
    ['empty', { ...rich, targets: [] }],
  ])('is what the schema describes: %s', (_, result) => {
    for (const options of [{}, { configFile: 'ci/snap config#1.yaml' }]) {
      validate(JSON.parse(sarif.render(result, options)));
      expect(validate.errors).toBeNull();
    }
  });

  it('would be refused by the schema with a level that there is none of', () => {
    validate(JSON.parse(sarif.render(rich).replace('"level": "error"', '"level": "fatal"')));
    expect(validate.errors).not.toBeNull();
  });

  it('lists failures, warnings, what cannot be told and controls, and nothing that passed', () => {
    expect(runOf(rich).results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'error token-b2b/timestamp/rejects-missing-offset',
      'error token-b2b/signature/refuses-bit-flip',
      'warning token-b2b/response/cache-control',
      'note token-b2b/http/robustness',
      'note token-b2b/http/accepts-accept-variants',
      'error control',
    ]);
  });

  it('explains each rule, and names it by its place', () => {
    const { tool, results } = runOf(rich);
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(tool.driver.rules[0]?.help.text).toMatch(/^Why: .*\n\nRemedy: Parse the value/);
  });

  it('is placed in the config where it is known, else in the profile', () => {
    const at = (configFile?: string) =>
      runOf(rich, configFile).results.map(
        ({ locations }) => locations[0]?.physicalLocation.artifactLocation,
      );
    expect(at('ci/snap config.yaml')).toContainEqual({ uri: 'ci/snap%20config.yaml' });
    expect(at()).toContainEqual({ uri: 'specs/profiles/doku.yaml', uriBaseId: 'PACKAGE' });
  });

  it('has one fingerprint for a finding, in every run, and no other finding has it', () => {
    const later: Result = structuredClone(rich);
    later.run.seed = 7;
    for (const { checks } of later.targets) for (const check of checks) check.message += ' Again.';
    expect(fingerprints(later)).toEqual(fingerprints(rich));
    // The same check of another target is another finding.
    for (const target of [...later.targets])
      later.targets.push({ ...target, name: `${target.name} 2` });
    expect(new Set(fingerprints(later)).size).toBe(2 * fingerprints(rich).length);
    expect(new Set(fingerprints(rich)).size).toBe(fingerprints(rich).length);
  });

  it('suppresses a failure that the baseline lists, with the reason', () => {
    const suppressed = runOf(withKnown).results.filter(({ suppressions }) => suppressions);
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      [
        'token-b2b/signature/refuses-bit-flip',
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'known failure until 2026-12-31: ticket 12 (payments)',
          },
        ],
      ],
    ]);
  });

  it('says that a run was interrupted', () => {
    const interrupted = { ...rich, run: { ...rich.run, interrupted: true } };
    expect(runOf(interrupted).invocations[0].executionSuccessful).toBe(false);
    expect(runOf(rich).invocations[0].executionSuccessful).toBe(true);
  });

  it('has no link and no placeholder that a server made', () => {
    const { results, tool } = runOf(evilResult);
    const texts = [
      ...results.map(({ message }) => message.text),
      ...tool.driver.rules.map(({ help }) => help.text),
    ];
    expect(texts.join()).toContain('[link\\](https://evil.example)');
    for (const one of texts) {
      expect(one).not.toMatch(/(?<!\\)\]\(/);
      expect(one.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
    }
  });
});
