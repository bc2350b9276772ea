import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from 'yaml';
import { InputProblem } from './input-problem.js';

/**
 * Reads a JSON or YAML file into plain data.
 *
 * @throws InputProblem where the file can't be read or parsed; names line and column.
 */
export function readDataFile(file: string): unknown {
  const text = readText(file);
  if (extname(file) === '.json') {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new InputProblem(`not valid JSON: ${(error as Error).message}`, {
        file,
        remedy: 'Check commas and quotes near that place; comments are not allowed in JSON.',
      });
    }
  }
  const document = parseDocument(text, { prettyErrors: true });
  const first = document.errors[0];
  if (first) {
    const line = first.linePos?.[0];
    throw new InputProblem(`not valid YAML: ${first.message.split('\n')[0]}`, {
      file: line ? `${file}:${line.line}:${line.col}` : file,
      remedy: 'Check the indentation and the quotes around that place.',
    });
  }
  return document.toJS();
}

/** As {@link readDataFile}, and also runs a TypeScript or JavaScript module for its default export. */
export async function readConfigFile(file: string): Promise<unknown> {
  if (!/^\.[cm]?[jt]s$/.test(extname(file))) return readDataFile(file);
  readText(file);
  try {
    const { createJiti } = await import('jiti');
    const jiti = createJiti(pathToFileURL(file).href, { interopDefault: true, moduleCache: false });
    return await jiti.import(file, { default: true });
  } catch (error) {
    throw new InputProblem(
      `the config could not be run: ${(error as Error).message.split('\n')[0]}`,
      {
        file,
        remedy: 'It must be a module whose default export is the config.',
      },
    );
  }
}

/** @throws InputProblem where the file can't be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'that is a folder'
          : `${code}`;
    throw new InputProblem(`can't read the file: ${why}`, {
      file,
      remedy: 'Check the path; relative paths start at the file that names them.',
    });
  }
}
