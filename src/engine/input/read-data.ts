import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Document, LineCounter } from 'yaml';
import { InputProblem } from './input-problem.js';
import { ownModule } from './package-root.js';
import { holdsItself } from './reading/holds-itself.js';
import { jsonProblem } from './reading/json-problem.js';
import { mostBytes, readBytes } from './reading/read-bytes.js';
import { thrownMessage } from './reading/thrown-message.js';
import { deepestYaml, isNestedTooDeeply } from './reading/yaml-depth.js';
import { rememberPositions } from './yaml-positions.js';

// The YAML parser is loaded on first use: most commands read no YAML, and loading it takes longer than they do.
const require = createRequire(import.meta.url);

/** The parser takes a second for each megabyte or two. */
const mostYamlBytes = 4 * 2 ** 20;

/**
 * Reads a JSON or YAML file into plain data.
 *
 * @param shown The file as the user named it, for messages.
 * @throws InputProblem when the file can't be read or parsed; names line and column, never the text there.
 */
export function readDataFile(file: string, shown: string = file): unknown {
  const isJson = extname(file) === '.json';
  const text = readText(file, shown, isJson ? mostBytes : mostYamlBytes).replace(/^\uFEFF/, '');
  return isJson ? readJson(text, shown) : readYaml(text, shown);
}

/**
 * Parses the text of a JSON file.
 *
 * @throws InputProblem when it isn't JSON; names line and column, never the text there.
 */
export function readJson(text: string, file: string): unknown {
  const problem = jsonProblem(text);
  if (!problem) return JSON.parse(text);
  throw new InputProblem('invalid-json', `not valid JSON: ${problem.what}`, {
    file: `${file}:${problem.line}:${problem.column}`,
    remedy: 'Check commas and quotes near that place; comments are not allowed in JSON.',
  });
}

/** What to do about a mistake, by the parser's code for it. */
const yamlRemedies: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'The same name stands there twice: keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces; YAML knows no tabs there.',
  BAD_SCALAR_START:
    'Put the value in quotes: it begins with a character that means something in YAML.',
  BLOCK_AS_IMPLICIT_KEY:
    'Put a text that holds a colon and a blank in quotes, and check the indentation.',
};

function readYaml(text: string, file: string): unknown {
  const { LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lineCounter = new LineCounter();
  if (isNestedTooDeeply(text))
    throw new InputProblem(
      'invalid-yaml',
      `not valid YAML: values are nested deeper than ${deepestYaml} levels`,
      { file, remedy: 'Check the brackets and the indentation.' },
    );
  const document = parseDocument(text, {
    prettyErrors: true,
    lineCounter,
    // Its warnings repeat what stands in the file.
    logLevel: 'error',
  });
  const first = document.errors[0];
  if (first) {
    const line = first.linePos?.[0];
    // The rest of the message shows the line itself, which may hold a secret.
    const what = first.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '');
    throw new InputProblem('invalid-yaml', `not valid YAML: ${what}`, {
      file: line ? `${file}:${line.line}:${line.col}` : file,
      remedy: yamlRemedies[first.code] ?? 'Check the indentation and the quotes around that place.',
    });
  }
  requirePlainNames(document, lineCounter, file);
  const data = dataOf(document, file);
  rememberPositions(data, document, lineCounter);
  return data;
}

/** @throws InputProblem for a list or an object in the place of a member's name. */
function requirePlainNames(document: Document, lines: LineCounter, file: string): void {
  const { isCollection, visit } = require('yaml') as typeof import('yaml');
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return;
      const { line, col } = lines.linePos(key.range?.[0] ?? 0);
      throw new InputProblem(
        'invalid-yaml',
        'not valid YAML: the name of a member must be a text',
        {
          file: `${file}:${line}:${col}`,
          remedy: 'Remove the ? before it, and check braces and brackets.',
        },
      );
    },
  });
}

function dataOf(document: Document, file: string): unknown {
  try {
    const data: unknown = document.toJS();
    if (holdsItself(data))
      throw new Error('a value refers by * to an anchor that it is a part of itself');
    return data;
  } catch (error) {
    throw new InputProblem('invalid-yaml', `not valid YAML: ${(error as Error).message}`, {
      file,
      remedy: 'A value that begins with * refers to an anchor (&name); put other values in quotes.',
    });
  }
}

/** As {@link readDataFile}, and also runs a TypeScript or JavaScript module for its default export. */
export async function readConfigFile(file: string, shown: string = file): Promise<unknown> {
  if (!/^\.[cm]?[jt]s$/.test(extname(file))) return readDataFile(file, shown);
  const source = readText(file, shown);
  try {
    return await importModule(file, {}, true);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputProblem(
      'config-failed',
      `the config could not be run: ${thrownMessage(error, source)}`,
      {
        file: `${shown}${placeIn(why)}`,
        remedy: 'It must be a module whose default export is the config.',
      },
    );
  }
}

/**
 * What a TypeScript or JavaScript module exports.
 *
 * @param modules What it may import by name, already loaded.
 * @param ownDefault Gives its default export alone.
 */
export async function importModule(
  file: string,
  modules: Readonly<Record<string, unknown>>,
  ownDefault = false,
): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(pathToFileURL(file).href, {
    interopDefault: true,
    moduleCache: false,
    virtualModules: { ...modules },
    // What npx starts is not in the node_modules of the file's folder.
    alias: { 'snap-conformance': ownModule('index') },
  });
  return jiti.import(file, ownDefault ? { default: true } : {});
}

/** Line and column that a parser's message ends its first lines with, as `:3:14`. */
function placeIn(message: string): string {
  return /:\d+:\d+(?=\)?\s*$)/m.exec(message)?.[0] ?? '';
}

/** @throws InputProblem as {@link readBytes}. */
export function readText(file: string, shown: string = file, most = mostBytes): string {
  return readBytes(file, shown, most).toString('utf8');
}
