import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { ReporterName } from '../../../reports/formats.js';
import { json } from '../../../reports/json.js';
import type { RenderOptions } from '../../../reports/report.js';
import type { Result } from '../../../schemas/generated/result.js';
import { formerText } from '../../api/former-reports.js';
import { type WrittenReports, writeReports } from '../../api/write-reports.js';
import { writeWhole } from '../../engine/input/writing/draft-file.js';
import { attest, attestationName } from '../../results/attestation.js';
import type { SigningKey } from '../../results/signing-key.js';
import { tellResult } from '../run/tell/tell-result.js';
import { tellUnwritten } from '../run/tell/tell-written.js';
import { exitStatus, exitStatusOf } from '../shared/exit-status.js';

/** How a result is written. */
export interface WritingOptions extends RenderOptions {
  /** The folder, which is there. */
  out: string;
  names: readonly ReporterName[];
  /** Signs the result.json that is written. */
  key?: SigningKey | undefined;
  /** The journal that the result is made of. */
  journal?: string;
}

/** What became of it. */
export interface WrittenResult {
  /** The exit status that a run of this result would have had. */
  status: number;
  /** Everything that was asked for is in its place. */
  complete: boolean;
}

/** Writes the reports of a result, then its attestation if there is a key, and says what is where. */
export async function writeResult(
  result: Result,
  { out, names, key, journal, ...rendering }: WritingOptions,
): Promise<WrittenResult> {
  const written = await writeReports(result, names, out, rendering);
  if (key && written.files.some(({ name }) => name === 'json')) addAttestation(written, out, key);
  tellResult(result, written);
  process.stderr.write(formerText(written.former, out));
  const saved = tellUnwritten(written, {
    out,
    journal: journal === undefined ? undefined : { path: journal },
  });
  return {
    status: saved ? exitStatusOf(result) : exitStatus.inconclusive,
    complete: written.broken.length === 0,
  };
}

function addAttestation(written: WrittenReports, out: string, key: SigningKey): void {
  const path = join(out, json.file);
  const attestation = join(out, attestationName);
  const name = 'attestation';
  try {
    // The signature covers the file as it was written.
    writeWhole(attestation, attest({ bytes: readFileSync(path), file: path }, key));
    written.files.push({ name, path: relative(process.cwd(), resolve(attestation)) });
    written.former = written.former.filter((file) => file !== attestationName);
  } catch (error) {
    written.broken.push({ name, error });
  }
}
