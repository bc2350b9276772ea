import { keyIdOf } from '../../protocol/key-id.js';
import { type ResultFile, verifyAttestation } from '../attestation.js';
import { signerIn } from '../envelope.js';
import type { LoadedPolicy } from './policy.js';
import type { Refusal } from './refusal.js';

/** What a signature shows, or why a policy doesn't take it. */
export type SignatureJudgement = { signedBy: string } | { refusal: Refusal } | { unverified: true };

/**
 * Verifies who signed a result. Only a signature shows that a result wasn't changed; it doesn't show that the run was
 * honest.
 *
 * @param attestation The bytes of the envelope; undefined if there is none.
 * @throws InputProblem when the signed file is no result.
 */
export function judgeSignature(
  result: ResultFile,
  attestation: Buffer | undefined,
  { signers }: LoadedPolicy,
): SignatureJudgement {
  if (!signers) return { unverified: true };
  const names = signers.map(({ name }) => name).join(', ');
  if (!attestation)
    return refused('unsigned', `there is no attestation, and the policy asks for one by ${names}`);
  const keyId = signerIn(attestation);
  if (keyId === undefined)
    return refused('signature-invalid', 'the attestation is no envelope that names a key');
  const signer = signers.find(({ key }) => keyIdOf(key.key) === keyId);
  if (!signer)
    return refused('other-signer', `the key ${keyId} signed it, and the policy takes ${names}`);
  const verification = verifyAttestation(attestation, result, signer.key);
  if ('statement' in verification) return { signedBy: signer.name };
  return refused('signature-invalid', verification.refused.join('; '));
}

function refused(code: Refusal['code'], what: string): { refusal: Refusal } {
  return { refusal: { code, what } };
}
