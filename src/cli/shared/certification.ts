import { resolve } from 'node:path';
import type { CertificationFile } from '../../../schemas/generated/certification.js';
import type { Certification } from '../../../schemas/generated/result.js';
import { readDataFile } from '../../engine/input/read-data.js';
import { validateInput } from '../../engine/input/validate-input.js';

/**
 * The head of the certification form that `--certification` names; nothing without the option.
 *
 * @throws InputProblem when the file can't be read or is invalid.
 */
export function certificationOf(file: string | undefined): Certification | undefined {
  if (file === undefined) return undefined;
  return validateInput<CertificationFile>('certification', readDataFile(resolve(file), file), file);
}
