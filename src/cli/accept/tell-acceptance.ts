import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shippedSuites } from '../../api/shipped-suites.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { mostResultBytes, readBytes } from '../../engine/input/reading/read-bytes.js';
import { acceptResult } from '../../results/acceptance/accept-result.js';
import { readPolicy } from '../../results/acceptance/policy.js';
import { attestationName } from '../../results/attestation.js';
import { exitStatus } from '../shared/exit-status.js';
import { withoutCommands } from '../shared/without-commands.js';
import { acceptanceText } from './acceptance-text.js';
import type { AcceptFlags } from './flags.js';

/**
 * Prints whether a policy takes a result, and why not.
 *
 * @returns the exit status: 1 when it doesn't
 * @throws InputProblem when a file can't be read, is invalid, or is missing.
 */
export function tellAcceptance(file: string, flags: AcceptFlags): number {
  if (flags.policy === undefined)
    throw new InputProblem('missing-option', 'accept needs a policy: what is asked for', {
      remedy: 'Name it with --policy FILE; docs/certification.md has one.',
    });
  const policy = readPolicy(resolve(flags.policy), flags.policy);
  const result = { bytes: readBytes(resolve(file), file, mostResultBytes), file };
  const acceptance = acceptResult(result, {
    policy,
    suites: shippedSuites(),
    attestation: attestationOf(file, flags),
    now: Date.now(),
  });
  process.stdout.write(
    flags.json
      ? `${JSON.stringify({ result: file, policy: flags.policy, ...acceptance }, undefined, 2)}\n`
      : withoutCommands(acceptanceText(acceptance, { result: file, policy: flags.policy })),
  );
  return acceptance.accepted ? exitStatus.conformant : exitStatus.nonConformant;
}

function attestationOf(result: string, { attestation }: AcceptFlags): Buffer | undefined {
  if (attestation !== undefined) return readBytes(resolve(attestation), attestation);
  const beside = join(dirname(result), attestationName);
  return existsSync(resolve(beside)) ? readBytes(resolve(beside), beside) : undefined;
}
