import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { en } from '../../src/messages/en/index.js';
import { id } from '../../src/messages/id/index.js';

/** Messages that are the same in both languages: names of the field, and parameters alone. */
const meantTheSame = [
  'cli/verify/server',
  'mistakes/unexplained/together',
  'mistakes/unexplained/how',
  'shared/request/header-added',
  'shared/signature/encoding-hex',
  'shared/signature/encoding-base64url',
  'shared/timestamp/wrong',
  'signing/rules/and',
  'token-b2b/body/no-clear-answer',
  'token-b2b2c/codes/source-failed',
];

type Template = (parameters: unknown) => string;

/** Names of the parameters that a template reads. Each takes them apart at once, whatever comes of it then. */
function parametersOf(template: Template): string[] {
  const read = new Set<string>();
  const parameters = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
  try {
    template(parameters);
  } catch {
    // It was given nothing to work with.
  }
  return [...read].sort();
}

/**
 * The text of a template; each parameter is a text with its own name, or a list of that text. The template itself where
 * that makes none, because it takes numbers or the key of a table.
 */
function textOf(template: Template): string {
  const valuesOf = (make: (text: string) => unknown) =>
    new Proxy({}, { get: (_, name) => make(`<${String(name)}>`) });
  try {
    return template(valuesOf((text) => text)) ?? template.toString();
  } catch {
    try {
      return template(valuesOf((text) => [text]));
    } catch {
      return template.toString();
    }
  }
}

const pairs = (Object.keys(en) as (keyof typeof en)[]).map(
  (name) => [name, en[name] as Template, id[name] as Template] as const,
);

const { avoid } = parse(readFileSync(join(packageRoot, 'specs/terms/id.yaml'), 'utf8')) as {
  avoid: Record<string, string>;
};

describe('the Indonesian messages', () => {
  test('avoid what the field does not say', () => {
    const found = pairs.flatMap(([name, , indonesian]) =>
      Object.keys(avoid).flatMap((term) =>
        new RegExp(`\\b${term}\\b`, 'i').test(textOf(indonesian)) ? [`${name}: ${term}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  test('are those of the English ones, in the same order', () => {
    expect(Object.keys(id)).toEqual(Object.keys(en));
  });

  test('use the same parameters', () => {
    for (const [name, english, indonesian] of pairs)
      expect.soft(parametersOf(indonesian), name).toEqual(parametersOf(english));
  });

  test('are not English, but those that are meant so', () => {
    const same = pairs.flatMap(([name, english, indonesian]) => {
      return textOf(english) === textOf(indonesian) ? [name] : [];
    });
    expect(same).toEqual(meantTheSame);
  });
});
