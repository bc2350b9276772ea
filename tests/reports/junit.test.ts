import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitPerTarget } from '../../reports/junit/per-target.js';
import { junit } from '../../reports/junit.js';
import type { Result } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';
import { withKnown } from './fixtures/with-known.js';

const schema = readFileSync(new URL('./fixtures/junit-10.xsd', import.meta.url), 'utf8');

async function problems(contents: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

/** The text of one test case, and of the suite that it stands in. */
function caseOf(result: Result, id: string): string {
  const found = junit
    .render(result)
    .split('<testcase ')
    .find((part) => part.startsWith(`name="${id}"`));
  if (found === undefined) throw new Error(`no test case ${id}`);
  return found.split('</testcase>')[0] ?? '';
}

describe('junit.xml', () => {
  it.each([
    ['rich', rich],
    ['hostile', hostile],
    ['interrupted', { ...rich, run: { ...rich.run, interrupted: true } }],
    ['evil', evilResult],
    ['known', withKnown],
    ['empty', { ...rich, targets: [] }],
  ])('is what Jenkins takes: %s', async (_, result) => {
    expect(await problems(junit.render(result))).toEqual([]);
  });

  it('would be refused by the schema where a test case had properties or a file', async () => {
    const text = junit.render(rich);
    expect(await problems(text.replace('<testcase ', '<testcase file="a" '))).not.toEqual([]);
    expect(await problems(text.replace('<system-out>', '<properties/><system-out>'))).not.toEqual(
      [],
    );
  });

  it('reports a failed MUST as a failure that says what was sent, expected and came back', () => {
    const text = caseOf(rich, 'token-b2b/timestamp/rejects-missing-offset');
    expect(text).toContain('<failure ');
    for (const line of [
      'Sent: the offset was left out (header X-TIMESTAMP: 2026-03-02T09:15:27+07:00 → 2026-03-02T09:15:27)',
      'Expected: A timestamp without an offset is refused, whatever else the request holds. (ASPI Keamanan, token B2B request)',
      'Came back: HTTP 200, 2007300 Successful',
      'Replay: snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('lets a warning pass and tells it', () => {
    const text = caseOf(rich, 'token-b2b/response/cache-control');
    expect(text).not.toMatch(/<(failure|error|skipped)/);
    expect(text).toContain('Warning: a SHOULD is not kept.');
    expect(text).toContain('Found: Cache-Control is absent.');
  });

  it('never shows what was not judged as passed', () => {
    expect(caseOf(rich, 'token-b2b/http/robustness')).toContain('<error ');
    expect(caseOf(rich, 'token-b2b/http/accepts-accept-variants')).toContain(
      '<skipped message="can\'t tell: The budget of requests was spent."',
    );
    expect(caseOf(rich, 'transaction/token/refuses-unknown')).toContain(
      '<skipped message="not tested: no transaction"',
    );
    expect(caseOf(rich, 'token-b2b/expiry/jwt-lifetime')).toContain(
      '<skipped message="inapplicable:',
    );
  });

  it('skips a failure that the baseline lists, with the reason', () => {
    expect(caseOf(withKnown, 'token-b2b/signature/refuses-bit-flip')).toContain(
      '<skipped message="known failure until 2026-12-31: ticket 12 (payments): A token was granted',
    );
  });

  it('is not green where the control was refused, or the run interrupted', () => {
    const [, bank] = rich.targets;
    const refused = junit.render({ ...rich, targets: bank ? [bank] : [] });
    expect(refused).toContain('failures="0" errors="1"');
    expect(refused).toContain(
      'message="The control was refused: 4017300 Unauthorized. Signature."',
    );
    expect(refused).toContain('Likely cause: The clock is 9 minutes off.');
    const interrupted = junit.render({
      ...rich,
      targets: [],
      run: { ...rich.run, interrupted: true },
    });
    expect(interrupted).toContain('errors="1"');
  });

  it('names the requirement of each case', () => {
    const ids = rich.targets.flatMap(({ checks }) => checks.map(({ id }) => id)).sort();
    const named = [...junit.render(rich).matchAll(/\[\[PROPERTY\|requirement=([^\]]+)\]\]/g)];
    expect(named.map(([, id]) => id).sort()).toEqual(ids);
  });

  it('counts in each suite what stands in it, and the whole in the root', () => {
    const text = junit.render(rich);
    for (const suite of text.split('<testsuite ').slice(1)) {
      const count = (pattern: RegExp) => String([...suite.matchAll(pattern)].length);
      const attribute = (name: string) => new RegExp(`^[^>]* ${name}="(\\d+)"`).exec(suite)?.[1];
      expect(attribute('tests')).toBe(count(/<testcase /g));
      expect(attribute('failures')).toBe(count(/<failure /g));
      expect(attribute('errors')).toBe(count(/<error /g));
      expect(attribute('skipped')).toBe(count(/<skipped /g));
    }
    const checks = rich.targets.reduce((sum, target) => sum + target.checks.length, 0);
    expect(text).toContain(
      `<testsuites name="snap-conformance" tests="${checks + rich.targets.length}" `,
    );
  });

  it('gives times with three decimals at most', () => {
    const times = [...junit.render(rich).matchAll(/ time="([^"]*)"/g)].map(([, time]) => time);
    expect(times).toEqual(['10.112']);
  });

  it('holds no character that XML forbids', () => {
    const text = junit.render(hostile);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    // A lone surrogate would be lost in UTF-8.
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain(']]>');
  });
});

describe('junit-per-target', () => {
  it('is a file for each target, each with its own suites', async () => {
    const files = await junitPerTarget.files(rich);
    expect(files.map(({ file }) => file)).toEqual(['junit-doku-sandbox.xml', 'junit-bank.xml']);
    const [doku = '', bank = ''] = files.map(({ content }) => String(content));
    expect(doku).toContain('name="doku sandbox token-b2b/timestamp"');
    expect(doku).not.toContain('name="bank ');
    expect(bank).toContain('name="bank control"');
    for (const text of [doku, bank]) expect(await problems(text)).toEqual([]);
  });

  it('tells each entry of a baseline that holds no more in one file', async () => {
    const entry = (target: string) => ({ target, check: 'a/b/c', message: `of ${target}` });
    const baseline = {
      file: 'snap-baseline.yaml',
      stale: [entry('bank'), entry('gone')],
      expired: [entry('doku sandbox')],
    };
    const files = await junitPerTarget.files({ ...rich, run: { ...rich.run, baseline } });
    const told = files.map(({ content }) =>
      [...String(content).matchAll(/entry: of ([a-z ]+)"/g)].map(([, target]) => target),
    );
    expect(told).toEqual([['gone', 'doku sandbox'], ['bank']]);
  });

  it('has file names that lead nowhere else, none twice', async () => {
    const names = ['../../etc/x', 'A', 'a', '', '\u0000/', 'a.b'];
    const [target] = rich.targets;
    const targets = names.flatMap((name) => (target ? { ...target, name } : []));
    const files = await junitPerTarget.files({ ...rich, targets });
    expect(files.map(({ file }) => file)).toEqual([
      'junit-etc-x.xml',
      'junit-A.xml',
      'junit-a-2.xml',
      'junit-target.xml',
      'junit-target-2.xml',
      'junit-a-b.xml',
    ]);
  });
});
