import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { visible } from '../../../reports/shared/visible.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { readText } from '../../engine/input/read-data.js';
import { keyIdOf } from '../../protocol/key-id.js';
import { verifyAttestation } from '../../results/attestation.js';
import { loadVerificationKey } from '../../results/signing-key.js';
import { exitStatus } from '../shared/exit-status.js';
import { readKeyFile } from '../shared/read-key-file.js';
import type { ReportFlags } from './flags.js';

/**
 * Verifies an attestation, offline, and says whether it holds.
 *
 * @param files The attested result; by default the result.json next to the attestation.
 * @returns the exit status: 1 when it is refused
 * @throws InputProblem when a file can't be read, the key is invalid, or options are missing.
 */
export function verifyReport(
  files: readonly string[],
  { verify, publicKey, attest }: Pick<ReportFlags, 'verify' | 'publicKey' | 'attest'>,
): number {
  if (verify === undefined) {
    throw new InputProblem('missing-option', '--public-key goes with --verify', {
      remedy: 'Name the attestation: --verify attestation.intoto.json.',
    });
  }
  if (publicKey === undefined) {
    throw new InputProblem('missing-option', "--verify needs the signer's public key", {
      remedy: 'Name it with --public-key FILE; get it from the signer, not with the attestation.',
    });
  }
  if (attest !== undefined)
    throw new InputProblem('conflicting-options', '--attest and --verify are two commands');
  if (files.length > 1)
    throw new InputProblem('conflicting-options', '--verify takes one result: the attested one');
  const key = readKeyFile(publicKey, '--public-key', loadVerificationKey);
  const file = files[0] ?? join(dirname(verify), 'result.json');
  const result = { bytes: bytesOf(file), file };
  const verification = verifyAttestation(bytesOf(verify), result, key);
  if ('refused' in verification) {
    const reasons = verification.refused.map((reason) => `  ${visible(reason)}\n`);
    process.stdout.write(`The attestation is refused:\n${reasons.join('')}`);
    return exitStatus.nonConformant;
  }
  const {
    result: word,
    passedTests,
    warnedTests,
    failedTests,
    configuration,
  } = verification.statement.predicate;
  const targets = configuration.flatMap(({ annotations: { target, verdict } = {} }) =>
    target === undefined ? [] : [`  ${visible(`${target}: ${verdict}`)}\n`],
  );
  process.stdout.write(
    `The attestation holds: ${file} was signed by the key ${keyIdOf(key.key)}.\n` +
      `  ${word}: ${passedTests.length} passed, ${warnedTests.length} warned, ${failedTests.length} failed\n${targets.join('')}`,
  );
  return exitStatus.conformant;
}

function bytesOf(file: string): Buffer {
  // For its message when the file can't be read.
  readText(resolve(file), file);
  return readFileSync(file);
}
