import { join, resolve } from 'node:path';
import { json } from '../../../reports/json.js';
import { requireReporters } from '../../api/write-reports.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { nearestName } from '../../engine/input/nearest-name.js';
import { judgedByOutcomes, requireUnedited } from '../../results/by-outcomes.js';
import { mergeResults } from '../../results/merge/merge-results.js';
import { type ReadResult, readResult } from '../../results/read-result.js';
import { loadSigningKey } from '../../results/signing-key.js';
import { certificationOf } from '../shared/certification.js';
import { makeFolder } from '../shared/make-folder.js';
import { readKeyFile } from '../shared/read-key-file.js';
import type { ReportFlags } from './flags.js';
import { writeResult } from './write-result.js';

/**
 * Writes the reports of a result, or of several merged into one, and an attestation if a key is given.
 *
 * @returns the exit status that a run of this result would have had, by its outcomes
 * @throws InputProblem when a file is not a result, results don't fit together, one that is merged or attested
 * was changed by hand, or a key or an option is invalid.
 */
export async function renderResults(files: readonly string[], flags: ReportFlags): Promise<number> {
  requireFiles(files);
  const names = requireReporters(flags.reporter);
  const certification = certificationOf(flags.certification);
  const key =
    flags.attest === undefined ? undefined : readKeyFile(flags.attest, '--attest', loadSigningKey);
  const parts = files.map((file) => readResult(resolve(file), file));
  const [first] = parts;
  if (key && first && parts.length === 1) requireUnedited(first.result, first.file);
  const result = judgedByOutcomes(mergeResults(parts));
  // The signature covers the file as it was written.
  const all = key && !names.includes('json') ? [...names, 'json' as const] : names;
  const path = join(flags.out, json.file);
  if (all.includes('json')) keepInputs(parts, path, json.render(result));
  makeFolder(flags.out, '--out DIR');
  const { status } = await writeResult(result, {
    ...{ out: flags.out, names: all, key },
    ...(flags.lang && { lang: flags.lang }),
    ...(certification && { certification }),
  });
  return status;
}

function requireFiles(files: readonly string[]): void {
  const [first] = files;
  if (first === undefined) {
    throw new InputProblem('missing-option', 'report takes at least one result.json', {
      remedy: 'A run writes it into the folder of --out, snap-report/ by default.',
    });
  }
  // A name is taken for a mistyped subcommand only when no file can be meant.
  const near = /[./\\]/.test(first) ? undefined : nearestName(first, ['compare']);
  if (near === undefined) return;
  throw new InputProblem('unknown-command', `report has no command "${first}"`, {
    remedy: `Did you mean "${near}"? A file of that name is given as ./${first}`,
  });
}

/** A result that was read is evidence, so another one never overwrites it. */
function keepInputs(parts: readonly ReadResult[], out: string, text: string): void {
  const input = parts.find(({ file }) => resolve(file) === resolve(out));
  if (!input || input.text === text) return;
  throw new InputProblem('would-overwrite', 'this result would be overwritten by another one', {
    file: input.file,
    remedy: 'Name another folder with --out DIR.',
  });
}
