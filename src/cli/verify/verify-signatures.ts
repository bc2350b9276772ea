import { wrap } from '../../../reports/console/wrap.js';
import { visible } from '../../../reports/shared/visible.js';
import type { Profile } from '../../../schemas/resolved.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { schemesOf } from '../../engine/profile/client-scheme.js';
import { profileFor } from '../../engine/signing/sign-request.js';
import type { SignatureVerification } from '../../engine/verify/verification.js';
import { verifyToken } from '../../engine/verify/verify-token.js';
import {
  type TransactionSignature,
  verifyTransaction,
} from '../../engine/verify/verify-transaction.js';
import { loadPublicKey } from '../../protocol/keys.js';
import { schemes } from '../../protocol/scheme.js';
import { exitStatus } from '../shared/exit-status.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { readSecret } from '../shared/read-secret.js';
import { profileOfFlags } from '../shared/rules-flags.js';
import { terminalOf } from '../shared/terminal.js';
import { readBody, requireUrl } from '../shared/transaction-input.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';

/**
 * Prints whether a token request's signature holds.
 *
 * @returns the exit status
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function checkToken(flags: VerifyTokenFlags): Promise<number> {
  const { clientId, timestamp, signature, json } = flags;
  requireText(signature);
  const profile = await profileOfFlags(flags);
  const publicKey = readKeyFile(flags.publicKey, '--public-key', loadPublicKey).key;
  return told(verifyToken({ publicKey, clientId, timestamp, signature, profile }), json);
}

/**
 * Prints whether a transaction's signature holds.
 *
 * @returns the exit status
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function checkTransaction(flags: VerifyTransactionFlags): Promise<number> {
  const { method, path, timestamp, signature, baseUrl, json } = flags;
  requireText(signature);
  const profile = profileFor(await profileOfFlags(flags), 'transaction');
  const accessToken = readSecret(
    { env: flags.accessTokenEnv, file: flags.accessTokenFile },
    '--access-token',
  );
  const body = readBody(flags.body);
  const proof = proofOf(flags, profile);
  const verification = await verifyTransaction({
    ...{ proof, path, timestamp, signature, profile, method: method.toUpperCase() },
    ...(body && { body }),
    ...(accessToken && { accessToken: accessToken.value }),
    ...(baseUrl !== undefined && { origin: requireUrl(baseUrl).origin }),
  });
  return told(verification, json);
}

/** What the profile's scheme verifies with. */
function proofOf(
  flags: VerifyTransactionFlags,
  { name, services }: Profile,
): TransactionSignature['proof'] {
  const offered = schemesOf(services.transaction);
  const secret = readSecret(
    { env: flags.clientSecretEnv, file: flags.clientSecretFile },
    '--client-secret',
  );
  const kinds = offered.map((name) => schemes[name].keyKind);
  const { publicKey } = flags;
  if (kinds.includes('secret') && secret && publicKey === undefined)
    return { clientSecret: secret.value };
  if (kinds.includes('rsa') && publicKey !== undefined && !secret)
    return { publicKey: readKeyFile(publicKey, '--public-key', loadPublicKey).key };
  const options = { secret: '--client-secret-env or --client-secret-file', rsa: '--public-key' };
  const asked = [...new Set(kinds)].map((kind) => options[kind]).join(' or ');
  throw new InputProblem(
    'scheme-mismatch',
    `the transaction scheme of profile ${name} is ${offered.join(' or ')}: it is verified by ${asked} alone`,
    { remedy: 'Or name the profile whose scheme it is with --profile NAME.' },
  );
}

function requireText(signature: string): void {
  if (signature.trim() === '')
    throw new InputProblem('invalid-option', '--signature is empty', {
      remedy: 'Give the value of X-SIGNATURE as it was sent.',
    });
}

function told(verification: SignatureVerification, json: boolean | undefined): number {
  const { holds, explanation, stringToSign } = verification;
  if (json) console.log(JSON.stringify(verification, undefined, 2));
  else {
    const { width } = terminalOf(process.stdout);
    const lines = holds
      ? ['The signature holds.']
      : [
          'The signature does not hold.',
          ...wrap(explanation ?? '', { width, first: '  ', rest: '  ' }),
          'According to the document, it is made over:',
          `  ${visible(stringToSign)}`,
        ];
    console.log(lines.join('\n'));
  }
  return holds ? exitStatus.conformant : exitStatus.nonConformant;
}
