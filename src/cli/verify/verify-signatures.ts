import type { KeyObject } from 'node:crypto';
import type { Profile } from '../../../schemas/resolved.js';
import type { GivenRequest } from '../../engine/given/given-request.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { schemesOf } from '../../engine/profile/client-scheme.js';
import { profileFor } from '../../engine/signing/sign-request.js';
import type { SignatureVerification } from '../../engine/verify/verification.js';
import { verifyToken } from '../../engine/verify/verify-token.js';
import { verifyTransaction } from '../../engine/verify/verify-transaction.js';
import type { Language } from '../../messages/message.js';
import { loadPublicKey } from '../../protocol/keys.js';
import { schemes } from '../../protocol/scheme.js';
import { exitStatus } from '../shared/exit-status.js';
import { chooseService } from '../shared/given/choose-service.js';
import {
  addressOfCall,
  bodyOfCall,
  headerValue,
  optionalHeader,
  tokenOfCall,
} from '../shared/given/given-values.js';
import { readRequest } from '../shared/given/read-request.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { readSecret, type Secret } from '../shared/read-secret.js';
import { rulesOfFlags } from '../shared/rules-of-flags.js';
import { terminalOf } from '../shared/terminal.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';
import { verificationText } from './verification-text.js';

/**
 * Prints whether a token request's signature holds.
 *
 * @param given the request that `--request` names, if it is read already
 * @returns the exit status
 * @throws InputProblem for a flag, a request, a profile or a key that can't be used.
 */
export async function checkToken(
  flags: VerifyTokenFlags,
  given: GivenRequest | undefined = readRequest(flags),
): Promise<number> {
  const { deep = false } = flags;
  const clientId = headerValue(flags.clientId, sent.clientId, given);
  const timestamp = headerValue(flags.timestamp, sent.timestamp, given);
  const signature = requireText(headerValue(flags.signature, sent.signature, given));
  const { profile } = await rulesOfFlags(flags);
  const [publicKey, ...otherKeys] = readKeys(flags.publicKey ?? []);
  if (!publicKey)
    throw new InputProblem('missing-option', 'a token request is verified by --public-key alone', {
      remedy: "Name the file of the client's public key or certificate.",
    });
  const secret = clientSecretOf(flags);
  const body = flags.body === undefined ? given?.body : bodyOfCall(flags.body, given);
  const verification = verifyToken({
    ...{ publicKey, otherKeys, clientId, timestamp, signature, profile, deep },
    ...(flags.lang && { language: flags.lang }),
    ...(secret && { clientSecret: secret.value }),
    ...(body && { body }),
  });
  return told(verification, flags);
}

/**
 * Prints whether a transaction's signature holds.
 *
 * @param given the request that `--request` names, if it is read already
 * @returns the exit status
 * @throws InputProblem for a flag, a request, a profile or a key that can't be used.
 */
export async function checkTransaction(
  flags: VerifyTransactionFlags,
  given: GivenRequest | undefined = readRequest(flags),
): Promise<number> {
  const { deep = false } = flags;
  const { method, path, url } = addressOfCall(flags, given);
  const timestamp = headerValue(flags.timestamp, sent.timestamp, given);
  const signature = requireText(headerValue(flags.signature, sent.signature, given));
  const clientId = optionalHeader(flags.clientId, sent.clientId, given);
  const profile = profileFor((await rulesOfFlags(flags)).profile, 'transaction');
  const secret = clientSecretOf(flags);
  requireProof(profile, flags, secret);
  const accessToken = readToken(profile, flags, secret, given);
  const body = bodyOfCall(flags.body, given);
  const verification = verifyTransaction({
    ...{ method, path, timestamp, signature, profile, deep },
    ...(flags.lang && { language: flags.lang }),
    publicKeys: readKeys(flags.publicKey ?? []),
    ...(secret && { clientSecret: secret.value }),
    ...(clientId !== undefined && { clientId }),
    ...(body && { body }),
    ...(accessToken && { accessToken: accessToken.value }),
    ...(url && { origin: url.origin, prefix: url.pathname.replace(/\/$/, '') }),
  });
  return told(verification, flags);
}

/**
 * As the one or the other of these, whichever the headers of the request show; that is said.
 *
 * @throws InputProblem when no request is named, and as they do.
 */
export async function checkRequest(flags: VerifyTransactionFlags): Promise<number> {
  const { service, given } = chooseService(flags);
  return service === 'token' ? checkToken(flags, given) : checkTransaction(flags, given);
}

/** Which header each option stands for. */
const sent = {
  clientId: { option: '--client-id', header: 'X-CLIENT-KEY' },
  timestamp: { option: '--timestamp', header: 'X-TIMESTAMP' },
  signature: { option: '--signature', header: 'X-SIGNATURE' },
};

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

/** @throws InputProblem when the scheme signs the access token and none is given as it was sent. */
function readToken(
  { services }: Profile,
  flags: VerifyTransactionFlags,
  secret: Secret | undefined,
  given: GivenRequest | undefined,
): Secret | undefined {
  const kind = secret ? 'secret' : 'rsa';
  const scheme = schemesOf(services.transaction).find((each) => schemes[each].keyKind === kind);
  // A token that isn't signed need not be known.
  const signs = scheme !== undefined && schemes[scheme].signsToken;
  const accessToken = tokenOfCall(flags, signs || !given ? given : undefined);
  if (accessToken || !signs) return accessToken;
  throw new InputProblem(
    given ? 'request-incomplete' : 'missing-option',
    given
      ? `the scheme ${scheme} signs the access token, and the request has no Authorization`
      : `the scheme ${scheme} signs the access token, and none is given`,
    {
      ...given?.place,
      remedy: 'Name it by --access-token-env or --access-token-file, as it was sent.',
    },
  );
}

function requireText(signature: string): string {
  if (signature.trim() !== '') return signature;
  throw new InputProblem('invalid-option', '--signature is empty', {
    remedy: 'Give the value of X-SIGNATURE as it was sent.',
  });
}

function told(
  verification: SignatureVerification,
  { json, lang }: { json?: boolean; lang?: Language },
): number {
  const { width } = terminalOf(process.stdout);
  console.log(
    json ? JSON.stringify(verification, undefined, 2) : verificationText(verification, width, lang),
  );
  return verification.holds ? exitStatus.conformant : exitStatus.nonConformant;
}
