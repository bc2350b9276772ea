import { describe, expect, test } from 'vitest';
import { renderSummary } from '../../../reports/console.js';
import { html } from '../../../reports/html.js';
import { junit } from '../../../reports/junit.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import { levelUnder } from '../../../src/engine/catalogue/level.js';
import { run } from '../../../src/engine/run/run.js';
import { english } from '../../support/english.js';
import { planOf, startSandboxTarget, targetAt } from '../../support/sandbox-target.js';
import { folderWith, loadMine } from '../profile/profile-folder.js';

const type = 'token-b2b/expiry/type';
const said = 'SHOULD instead of MUST: known from a third party only (A blog, row 7)';

/** A profile whose values come from somebody's blog, or from the bank if `confidence` says so. */
function told(confidence: string, types: string[], more: object = {}) {
  return {
    name: 'mine',
    title: 'My bank',
    extends: 'snap-bi',
    documents: { BLOG: { title: 'A blog', confidence } },
    services: { 'token-b2b': { success: { expiresIn: { types } } } },
    sources: { '/services/token-b2b/success/expiresIn': { document: 'BLOG', clause: 'row 7' } },
    ...more,
  };
}

describe('the level of a requirement whose value', () => {
  const requirement = shippedCatalogue().get(type);
  if (!requirement) throw new Error('it is there');
  const under = (profile: object, settings: string[] = ['/success/expiresIn/types']) =>
    english(levelUnder(requirement, loadMine(profile), settings));

  test('is known from a third party only: lower, with the reason', () => {
    expect(under(told('third-party', ['integer']))).toMatchObject({
      level: 'SHOULD',
      lowered: said,
    });
  });

  test.for(['primary', 'mirror', 'sdk'])(
    'is known from another source (%s): its own',
    (confidence) => {
      const found = under(told(confidence, ['integer']));
      expect(found.level).toBe('MUST');
      expect(found).not.toHaveProperty('lowered');
    },
  );

  test("is the standard's own, whoever else says it: its own", () => {
    expect(under(told('third-party', ['string'])).level).toBe('MUST');
  });

  test('is not the one in doubt: its own', () => {
    const doubtful = told('third-party', ['integer']);
    expect(under(doubtful, ['/grantType']).level).toBe('MUST');
    expect(under(doubtful, []).level).toBe('MUST');
  });

  test('is one of several in doubt: lower', () => {
    expect(under(told('third-party', ['integer']), ['/grantType', '/success']).level).toBe(
      'SHOULD',
    );
  });

  test('was set again, by a profile that knows better: its own', () => {
    const better = {
      name: 'mine',
      title: 'Mine',
      extends: './base.yaml',
      services: { 'token-b2b': { success: { expiresIn: { types: ['integer'] } } } },
    };
    const profile = loadMine(better, { 'base.yaml': told('third-party', ['string', 'integer']) });
    expect(levelUnder(requirement, profile, ['/success/expiresIn/types']).level).toBe('MUST');
  });

  test('has a level that the bank itself gives: that one', () => {
    const documents = {
      BLOG: { title: 'A blog', confidence: 'third-party' },
      BANK: { title: "The bank's page", confidence: 'primary' },
    };
    const stated = leveled('MUST', 'BANK');
    expect(under(told('third-party', ['integer'], { documents, requirements: stated })).level).toBe(
      'MUST',
    );
  });

  test('has a level that the blog repeats: lower, because the value is no more certain', () => {
    const requirements = leveled('MUST', 'BLOG');
    expect(under(told('third-party', ['integer'], { requirements }))).toMatchObject({
      level: 'SHOULD',
      lowered: said,
    });
    expect(under(told('third-party', ['string'], { requirements })).level).toBe('MUST');
  });
});

/** Levels of one requirement as a document has it. */
function leveled(level: string, document: string, id = type) {
  return { [id]: { level, because: 'it says so', source: { document, clause: 'row 9' } } };
}

const value = 'token-b2b/expiry/documented-value';
const byLevel = 'SHOULD instead of MUST: known from a third party only (A blog, row 9)';
const demanded = told('primary', ['integer'], {
  documents: {
    BLOG: { title: 'A blog', confidence: 'third-party' },
    BANK: { title: "The bank's page", confidence: 'primary' },
  },
  sources: {},
});

describe('a level above the standard that', () => {
  const requirement = shippedCatalogue().get(value);
  if (!requirement) throw new Error('it is there');
  const under = (level: string, document: string) =>
    english(
      levelUnder(
        requirement,
        loadMine({ ...demanded, requirements: leveled(level, document, value) }),
      ),
    );

  test('a third party alone gives: asked for, not demanded, with the reason', () => {
    expect(requirement.level).toBe('SHOULD');
    expect(under('MUST', 'BLOG')).toEqual({
      level: 'SHOULD',
      lowered: byLevel,
      sources: ['A blog, row 9', ...requirement.sources.map(({ at }) => at)],
    });
  });

  test('the bank gives: demanded', () => {
    expect(under('MUST', 'BANK').level).toBe('MUST');
  });

  test('asks for no more than a SHOULD: as it is, whoever says so', () => {
    expect(under('MAY', 'BLOG')).toMatchObject({ level: 'MAY' });
    expect(under('MAY', 'BLOG')).not.toHaveProperty('lowered');
    expect(under('inapplicable', 'BLOG')).toMatchObject({ inapplicable: 'it says so' });
  });
});

test('a run under such a profile warns instead of failing, and each report says why', async () => {
  // The standard's server except for the lifetime: expiresIn is a text, but the blog has a number.
  const { sandbox } = await startSandboxTarget('bank', { faults: ['shorter-lifetime'] });
  const requirements = leveled('MUST', 'BLOG', value);
  const folder = folderWith({ 'mine.yaml': told('third-party', ['integer'], { requirements }) });
  const target = await targetAt(sandbox.url, 'bank', `${folder}/mine.yaml`);
  const result = await run(planOf([target], { only: ['token-b2b/expiry/*'], depth: 'quick' }));
  await sandbox.close();
  const [found] = result.targets;
  const check = found?.checks.find(({ id }) => id === type);
  expect(check).toMatchObject({ level: 'SHOULD', outcome: 'failed', lowered: said });
  const raised = found?.checks.find(({ id }) => id === value);
  expect(raised).toMatchObject({ level: 'SHOULD', outcome: 'failed', lowered: byLevel });
  expect(found?.checks.filter(({ lowered }) => lowered !== undefined)).toEqual([check, raised]);
  expect(found?.summary).toMatchObject({ failed: 0, warnings: 2 });
  expect(found?.verdict).toBe('conformant');
  const reports = [renderSummary(result, { color: false, width: 200 }), html, junit].map((each) =>
    typeof each === 'string' ? each : each.render(result),
  );
  for (const report of reports) {
    expect(report).toContain(said);
    expect(report).toContain(byLevel);
  }
});
