import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../../schemas/generated/config.js';
import { suitesFor } from '../../../src/api/suites-for.js';
import { shippedCatalogue } from '../../../src/engine/catalogue/catalogue.js';
import type { Suites } from '../../../src/engine/checks/suites.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';

const requirement = (name: string) => `  - name: ${name}
    level: MUST
    kind: example
    title: A request with a trace context is served
    statement: A valid token request with a traceparent header is given a token.
    rationale: A service that refuses it can't be traced.
    remedy: Ignore headers that the service doesn't know.
    sources: [{ at: "House rules, section 4", word: must }]
`;
const requirements = (...names: string[]) =>
  `area: token-b2b/house-rules\ntitle: House rules\nrequirements:\n${names.map(requirement).join('')}`;

const imports =
  "import { accepts, area, headerValue, suite, tokenB2b } from 'snap-conformance/suite';\n";
const check = (name: string) =>
  `accepts('${name}', { probes: () => [headerValue('traceparent', '00-01', 'it is traced')] })`;
const exported = (...names: string[]) =>
  `${imports}export const houseRules = area(tokenB2b, 'house-rules', [${names.map(check)}]);\n`;

/** The suites of a config that names these files. */
async function load(
  files: Record<string, string>,
  suites = Object.keys(files).filter((name) => name.includes('.suite.')),
): Promise<Suites> {
  const folder = mkdtempSync(join(tmpdir(), 'snap-suites-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const client = { clientId: 'client', privateKey: 'not read' };
  const target = { name: 'bank', profile: 'snap-bi', baseUrl: 'http://127.0.0.1:9', client };
  const config = { suites, targets: [target] } satisfies Config;
  return suitesFor({ config, file: 'snap.config.yaml', folder });
}

/** The message about such files, without the folder that they are in. */
async function problemOf(...args: Parameters<typeof load>): Promise<string> {
  const error = await load(...args).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputProblem);
  return (error as InputProblem).message.replace(/\/\S*\/snap-suites-\w+\//g, '');
}

/** The files of one suite, `mine.suite.ts`, with these requirements next to it. */
const files = (suite: string, yaml = requirements('accepts-trace')) => ({
  'mine.suite.ts': suite,
  'mine.yaml': yaml,
});

describe('custom suites', () => {
  test('come after the shipped ones, whose catalogue stays as it is', async () => {
    const before = shippedCatalogue().size;
    const suites = await load(files(exported('accepts-trace')));
    const ids = suites.checks().map(({ id }) => id);
    expect(ids.at(-1)).toBe('token-b2b/house-rules/accepts-trace');
    expect(ids).toHaveLength(before + 1);
    expect([...suites.catalogue.keys()].at(-1)).toBe('token-b2b/house-rules/accepts-trace');
    expect(suites.unchecked()).toEqual([]);
    expect(shippedCatalogue().size).toBe(before);
  });

  test('may be the default export, and several in a file or a config', async () => {
    const one = `${imports}export default area(tokenB2b, 'house-rules', [${check('accepts-trace')}]);\n`;
    const other = exported('accepts-more').replaceAll('house-rules', 'other-rules');
    const suites = await load({
      ...files(one),
      'other.suite.mjs': other,
      'other.yaml': requirements('accepts-more').replaceAll('house-rules', 'other-rules'),
    });
    expect(
      suites
        .checks()
        .slice(-2)
        .map(({ id }) => id),
    ).toEqual(['token-b2b/house-rules/accepts-trace', 'token-b2b/other-rules/accepts-more']);
  });
});

describe('a suite that cannot be used', () => {
  test('because it calls suite(), as all once did, gets the line to write', async () => {
    const former = `${imports}suite(tokenB2b, 'house-rules', [${check('accepts-trace')}]);\n`;
    const said = await problemOf(files(former));
    expect(said).toContain('suite() is gone: a suite exports its area');
    expect(said).toContain(
      "Write: export const houseRules = area(SERVICE, 'house-rules', [ … ]); with area from 'snap-conformance/suite'.",
    );
  });

  test('because it exports no area', async () => {
    const said = await problemOf(files(exported('accepts-trace').replace('export const', 'const')));
    expect(said).toContain('the suite exports no area');
    expect(said).toContain('mine.suite.ts');
    expect(said).toContain('export const houseRules = area(');
  });

  test('because a check has no requirement', async () => {
    const said = await problemOf(files(exported('accepts-trace', 'accepts-more')));
    expect(said).toContain('the check token-b2b/house-rules/accepts-more has no requirement');
    expect(said).toContain('mine.suite.ts');
    expect(said).toContain('State it in mine.yaml, in the area token-b2b/house-rules.');
  });

  test('because a requirement has no check', async () => {
    const yaml = requirements('accepts-trace', 'accepts-more');
    const said = await problemOf(files(exported('accepts-trace'), yaml));
    expect(said).toContain('the requirement token-b2b/house-rules/accepts-more has no check');
    expect(said).toContain('mine.yaml');
    expect(said).toContain('Add the check to mine.suite.ts, or remove the requirement.');
  });

  test('because two of its checks are the same', async () => {
    const said = await problemOf(files(exported('accepts-trace', 'accepts-trace')));
    expect(said).toContain('token-b2b/house-rules/accepts-trace stands twice');
  });

  test('because its requirement is a shipped one', async () => {
    const shipped = (text: string) => text.replaceAll('house-rules', 'timestamp');
    const said = await problemOf(
      files(shipped(exported('rejects-epoch')), shipped(requirements('rejects-epoch'))),
    );
    expect(said).toContain('the requirement token-b2b/timestamp/rejects-epoch stands twice');
  });

  test.for([
    ['does not parse', 'export const = 1;', 'the suite could not be loaded'],
    ['breaks as it is loaded', 'nothing.at.all;', 'nothing is not defined'],
    ['imports what is not there', "import 'no-such-package';", 'no-such-package'],
  ] as const)('because it %s', async ([, text, part]) => {
    const said = await problemOf(files(text));
    expect(said).toContain(part);
    expect(said).toContain('mine.suite.ts');
  });

  test('because there is no such file, or nothing in the folder', async () => {
    expect(await problemOf({}, ['none.suite.ts'])).toContain(
      'there is no such file or folder: none.suite.ts',
    );
    expect(await problemOf({ 'mine.yaml': requirements('a') }, ['mine.yaml'])).toContain(
      'that is no suite: mine.yaml',
    );
    expect(await problemOf({ 'mine.yaml': requirements('a') }, ['.'])).toContain(
      'that is no suite: .',
    );
  });
});
