import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { specNames } from '../../src/engine/input/specs.js';
import { readSpec } from './spec-files.js';

const names = [
  ...specNames('requirements'),
  ...specNames('profiles'),
  ...specNames('translations/id'),
  ...specNames('forms'),
];

test.each(names)('what is built from %s says the same', (name) => {
  const built = readFileSync(join(packageRoot, 'dist', 'specs', `${name}.json`), 'utf8');
  expect(JSON.parse(built)).toEqual(readSpec(`${name}.yaml`));
});

describe('the build refuses', () => {
  /** Builds the specs of a copy of the package, with some more text in one of them. */
  function build(name: string, more: string) {
    const root = mkdtempSync(join(tmpdir(), 'snap-specs-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    for (const part of ['package.json', 'dist', 'schemas', 'specs', 'scripts'])
      cpSync(join(packageRoot, part), join(root, part), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
    appendFileSync(join(root, 'specs', `${name}.yaml`), more);
    return spawnSync(process.execPath, [join(root, 'scripts', 'build-specs.mjs')], {
      encoding: 'utf8',
    });
  }

  test.each([
    ['what breaks the schema', 'profiles/doku', '\nstrange: true\n', 'unknown member "strange"'],
    ['what is not YAML', 'profiles/doku', '\n"', 'not valid YAML'],
    ['an id that occurs twice', 'requirements/token-b2b/security', twice(), 'stands twice'],
    [
      'a translation without remedy',
      'translations/id/token-b2b/security',
      '  no-mixin: {title: Token}\n',
      /"remedy" is missing\n  at .*security.yaml:\d+:3#\/requirements\/no-mixin\n/,
    ],
    [
      'a translation of nothing',
      'translations/id/token-b2b/security',
      '  no-mixin: {title: Token, statement: Token, rationale: Token, remedy: Token}\n',
      /there is no requirement "token-b2b\/security\/no-mixin"\n  at .*security.yaml#\/requirements\/no-mixin\n  Did you mean "token-b2b\/security\/no-mixing"\?/,
    ],
  ])('%s', (_what, name, more, said) => {
    const { status, stderr } = build(name, more);
    expect(status).toBe(1);
    expect(stderr).toMatch(said);
  });

  test('nothing of what is there', () => {
    const { status, stderr } = build('profiles/doku', '\n');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

/** The first requirement of an area once more. */
function twice(): string {
  const { requirements } = readSpec('requirements/token-b2b/security.yaml') as {
    requirements: object[];
  };
  return `  - ${JSON.stringify(requirements[0])}\n`;
}
