import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { badge } from '../../reports/badge.js';
import type { CheckResult, Result, TargetResult, Verdict } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { rich } from './fixtures/result.js';

async function filesOf(result: Result): Promise<Record<string, string>> {
  const files = await badge.files(result);
  return Object.fromEntries(files.map(({ file, content }) => [file, String(content)]));
}

/** A result with a target for each verdict. */
function ending(verdicts: Verdict[], interrupted = false): Result {
  const [target] = rich.targets as [TargetResult];
  const [check] = target.checks as [CheckResult];
  const failure: CheckResult = { ...check, level: 'MUST', outcome: 'failed' };
  const passing = target.checks.filter(({ outcome }) => outcome !== 'failed');
  const targets = verdicts.map((verdict, index) => ({
    ...target,
    name: `t${index}`,
    verdict,
    checks: verdict === 'non-conformant' ? [failure, failure, ...passing] : passing,
  }));
  return { ...rich, run: { ...rich.run, interrupted }, targets };
}

describe('the badge', () => {
  it.each<[Verdict[], boolean, string, string]>([
    [['conformant'], false, 'conformant', 'brightgreen'],
    [['conformant', 'conformant'], false, 'conformant', 'brightgreen'],
    [['conformant', 'inconclusive'], false, 'inconclusive (1 of 2)', 'yellow'],
    [['non-conformant'], false, 'non-conformant: 2 failed', 'red'],
    [
      ['non-conformant', 'non-conformant', 'conformant'],
      false,
      'non-conformant (2 of 3): 4 failed',
      'red',
    ],
    [['conformant'], true, 'interrupted', 'lightgrey'],
    [['non-conformant'], true, 'non-conformant: 2 failed', 'red'],
    [[], false, 'inconclusive', 'yellow'],
  ])('of %j, interrupted %s, says %s', async (verdicts, interrupted, message, color) => {
    const files = await filesOf(ending(verdicts, interrupted));
    // https://shields.io/badges/endpoint-badge: these four, the version a number, the message not empty.
    expect(JSON.parse(files['badge.json'] ?? '')).toEqual({
      schemaVersion: 1,
      label: 'SNAP',
      message,
      color,
    });
    expect(files['badge.svg']).toContain(`<title>SNAP: ${message}</title>`);
  });

  it('says what the verdict leaves out', async () => {
    const conformant = ending(['conformant', 'conformant']);
    const targets = conformant.targets.map((target) => ({
      ...target,
      checks: target.checks.map((check, index) =>
        index === 0 ? { ...check, known: { reason: 'why' } } : check,
      ),
    }));
    const { 'badge.json': json = '' } = await filesOf({ ...conformant, targets });
    expect(JSON.parse(json)).toMatchObject({
      message: 'conformant with 2 known failures',
      color: 'green',
    });
  });

  it('counts no known failure among those that break the verdict', async () => {
    const broken = ending(['non-conformant']);
    const targets = broken.targets.map((target) => ({
      ...target,
      checks: target.checks.map((check, index) =>
        index === 0 ? { ...check, known: { reason: 'why' } } : check,
      ),
    }));
    const { 'badge.json': json = '' } = await filesOf({ ...broken, targets });
    expect(JSON.parse(json)).toMatchObject({ message: 'non-conformant: 1 failed', color: 'red' });
  });

  it('is a picture in well-formed XML', async () => {
    const { 'badge.svg': contents = '' } = await filesOf(rich);
    const { errors } = await validateXML({
      xml: [{ fileName: 'badge.svg', contents }],
      // Any element at all in SVG's namespace: well-formedness is what is asked for.
      schema: [
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xs:element name="svg" type="xs:anyType"/></xs:schema>',
      ],
    });
    expect(errors).toEqual([]);
  });

  it('holds nothing that a server or a config chose', async () => {
    const [{ basis: _, ...first }] = evilResult.targets as [TargetResult];
    const { targetsLeftOut: __, ...run } = evilResult.run;
    // The same counts, and hostile text in all that a result quotes.
    const targets = ending(['non-conformant']).targets.map(({ verdict, checks: { length } }) => ({
      ...first,
      verdict,
      checks: Array.from({ length }, (_, index) => ({
        ...(first.checks[0] as CheckResult),
        level: 'MUST' as const,
        outcome: index < 2 ? ('failed' as const) : ('passed' as const),
      })),
    }));
    expect(await filesOf({ ...evilResult, run, targets })).toEqual(
      await filesOf(ending(['non-conformant'])),
    );
  });
});
