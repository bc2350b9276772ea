import type { KeyObject } from 'node:crypto';
import type { Profile } from '../../../schemas/resolved.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { schemesOf } from '../../engine/profile/client-scheme.js';
import { profileFor } from '../../engine/signing/sign-request.js';
import type { SignatureVerification } from '../../engine/verify/verification.js';
import { verifyToken } from '../../engine/verify/verify-token.js';
import { verifyTransaction } from '../../engine/verify/verify-transaction.js';
import { loadPublicKey } from '../../protocol/keys.js';
import { schemes } from '../../protocol/scheme.js';
import { exitStatus } from '../shared/exit-status.js';
import { readAccessToken, readAddress } from '../shared/given-request.js';
import { profileOfFlags } from '../shared/profile-of-flags.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { readSecret, type Secret } from '../shared/read-secret.js';
import { terminalOf } from '../shared/terminal.js';
import { readBody } from '../shared/transaction-input.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';
import { verificationText } from './verification-text.js';

/**
 * Prints whether a token request's signature holds.
 *
 * @returns the exit status
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function checkToken(flags: VerifyTokenFlags): Promise<number> {
  const { clientId, timestamp, signature, deep = false } = flags;
  requireText(signature);
  const profile = await profileOfFlags(flags);
  const [publicKey, ...otherKeys] = readKeys(flags.publicKey);
  if (!publicKey) throw new Error('commander requires --public-key');
  const secret = clientSecretOf(flags);
  const body = readBody(flags.body);
  const verification = verifyToken({
    ...{ publicKey, otherKeys, clientId, timestamp, signature, profile, deep },
    ...(secret && { clientSecret: secret.value }),
    ...(body && { body }),
  });
  return told(verification, flags);
}

/**
 * Prints whether a transaction's signature holds.
 *
 * @returns the exit status
 * @throws InputProblem for a flag, a profile or a key that can't be used.
 */
export async function checkTransaction(flags: VerifyTransactionFlags): Promise<number> {
  const { method, timestamp, signature, clientId, deep = false } = flags;
  requireText(signature);
  const profile = profileFor(await profileOfFlags(flags), 'transaction');
  const accessToken = readAccessToken(flags);
  const secret = clientSecretOf(flags);
  requireProof(profile, flags, secret);
  requireToken(profile, secret, accessToken);
  const body = readBody(flags.body);
  const { path, url } = readAddress(flags);
  const verification = verifyTransaction({
    ...{ path, timestamp, signature, profile, deep, method: method.toUpperCase() },
    publicKeys: readKeys(flags.publicKey ?? []),
    ...(secret && { clientSecret: secret.value }),
    ...(clientId !== undefined && { clientId }),
    ...(body && { body }),
    ...(accessToken && { accessToken: accessToken.value }),
    ...(url && { origin: url.origin, prefix: url.pathname.replace(/\/$/, '') }),
  });
  return told(verification, flags);
}

function readKeys(files: readonly string[]): KeyObject[] {
  return files.map((file) => readKeyFile(file, '--public-key', loadPublicKey).key);
}

function clientSecretOf(flags: { clientSecretEnv?: string; clientSecretFile?: string }) {
  return readSecret(
    { env: flags.clientSecretEnv, file: flags.clientSecretFile },
    '--client-secret',
  );
}

/** @throws InputProblem when what the profile's scheme verifies with isn't given. */
function requireProof(
  { name, services }: Profile,
  { publicKey }: VerifyTransactionFlags,
  secret: Secret | undefined,
): void {
  const offered = schemesOf(services.transaction);
  const kinds = offered.map((each) => schemes[each].keyKind);
  if (kinds.some((kind) => (kind === 'secret' ? secret : publicKey) !== undefined)) return;
  const options = { secret: '--client-secret-env or --client-secret-file', rsa: '--public-key' };
  const asked = [...new Set(kinds)].map((kind) => options[kind]).join(' or ');
  throw new InputProblem(
    'scheme-mismatch',
    `the transaction scheme of profile ${name} is ${offered.join(' or ')}: it is verified by ${asked} alone`,
    { remedy: 'Or name the profile whose scheme it is with --profile NAME.' },
  );
}

/** @throws InputProblem when the scheme signs the access token and none is given. */
function requireToken(
  { services }: Profile,
  secret: Secret | undefined,
  accessToken: Secret | undefined,
): void {
  const kind = secret ? 'secret' : 'rsa';
  const scheme = schemesOf(services.transaction).find((each) => schemes[each].keyKind === kind);
  if (accessToken || !scheme || !schemes[scheme].signsToken) return;
  throw new InputProblem(
    'missing-option',
    `the scheme ${scheme} signs the access token, and none is given`,
    { remedy: 'Name it by --access-token-env or --access-token-file, as it was sent.' },
  );
}

function requireText(signature: string): void {
  if (signature.trim() === '')
    throw new InputProblem('invalid-option', '--signature is empty', {
      remedy: 'Give the value of X-SIGNATURE as it was sent.',
    });
}

function told(verification: SignatureVerification, { json }: { json?: boolean }): number {
  const { width } = terminalOf(process.stdout);
  console.log(
    json ? JSON.stringify(verification, undefined, 2) : verificationText(verification, width),
  );
  return verification.holds ? exitStatus.conformant : exitStatus.nonConformant;
}
