import { sha256 } from '../engine/catalogue/digest.js';
import { valueAt } from '../engine/input/json-pointer.js';
import { editIn, requireUnedited } from './by-outcomes.js';
import { differences } from './differences.js';
import { openEnvelope, sealEnvelope } from './envelope.js';
import { parseResult } from './read-result.js';
import type { SigningKey } from './signing-key.js';
import { statementOf, type TestResultStatement } from './statement.js';

/** The name under which an attestation is written, next to its result. */
export const attestationName = 'attestation.intoto.json';

/** A result file as it is: its bytes, and its name for messages. */
export interface ResultFile {
  bytes: Buffer;
  file: string;
}

/**
 * The text of an attestation: that the holder of the key vouches for this result.
 *
 * @throws InputProblem when the file is not a result, or states other verdicts than its outcomes come to.
 */
export function attest({ bytes, file }: ResultFile, key: SigningKey): string {
  const result = parseResult(bytes.toString('utf8'), file);
  requireUnedited(result, file);
  const statement = statementOf(result, bytes);
  return sealEnvelope(Buffer.from(JSON.stringify(statement)), key);
}

/** What an attestation says, or why it is refused. */
export type AttestationVerification = { statement: TestResultStatement } | { refused: string[] };

/**
 * Verifies an attestation and its result file, offline: the signature, the digest of the file, that statement
 * and result agree, and that the result's verdicts are those of its outcomes.
 *
 * @param bytes The attestation's.
 * @throws InputProblem when the file is the one that was signed, but not a result that can be read.
 */
export function verifyAttestation(
  bytes: Buffer,
  result: ResultFile,
  key: SigningKey,
): AttestationVerification {
  const opened = openEnvelope(bytes, key);
  if ('refused' in opened) return { refused: [opened.refused] };
  const said = parsed(opened.payload);
  const attested = valueAt(said, '/subject/0/digest/sha256');
  const digest = sha256(result.bytes);
  if (attested !== digest) {
    return {
      refused: [
        `${result.file} is not the file that was attested: its sha256 is ${digest}, not ${attested}`,
      ],
    };
  }
  const parsedResult = parseResult(result.bytes.toString('utf8'), result.file);
  const edit = editIn(parsedResult);
  if (edit) return { refused: [`${result.file} was changed before it was signed: ${edit.what}`] };
  const statement = statementOf(parsedResult, result.bytes);
  const refused = differences(said, statement).map(
    ({ pointer }) =>
      `the statement and the result differ at ${pointer === '' ? 'its root' : pointer}`,
  );
  return refused.length > 0 ? { refused } : { statement };
}

/** A payload's JSON; undefined for anything else, which then agrees with no result. */
function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
}
