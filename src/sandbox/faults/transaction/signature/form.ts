import { createHmac } from 'node:crypto';
import { decodeSignature } from '../../../../protocol/signature.js';
import { readOtherEncodings } from '../../../tokens/read-signature.js';
import type { TransactionFault } from '../../fault.js';
import { alsoTake, type RefusedSignature } from '../../shared/also-signed.js';
import { differingBits } from '../../shared/differing-bits.js';

/** The shortest part of a signature that counts as one, in bytes. */
const shortestPart = 8;

function rightBytes({ client, stringToSign }: RefusedSignature): Buffer {
  return createHmac('sha512', client.clientSecret).update(stringToSign).digest();
}

/** Compares signatures in a way of its own. */
function compares(
  name: string,
  title: string,
  trips: string,
  takes: (right: Buffer, text: string) => boolean,
): TransactionFault {
  return {
    service: 'transaction',
    name: `transaction-${name}`,
    title,
    trips: [`transaction/signature/${trips}`],
    apply: (policy) => alsoTake(policy, (refused) => takes(rightBytes(refused), refused.text)),
  };
}

/** What is wrong with the reading of X-SIGNATURE, and with the comparing of its bytes. */
export const transactionSignatureFormFaults: readonly TransactionFault[] = [
  compares(
    'overlooks-one-bit',
    "compares all of a transaction's signature but one bit",
    'refuses-bit-flip',
    (right, text) => {
      // Strictly: where the last letter is another a lax decoder drops all but a bit of the difference.
      const bytes = decodeSignature(text, 'base64');
      return bytes?.length === right.length && differingBits(bytes, right) === 1;
    },
  ),
  compares(
    'compares-common-part',
    'compares signatures of transactions only as far as the shorter one goes',
    'refuses-wrong-length',
    (right, text) => {
      const bytes = Buffer.from(text, 'base64');
      const common = Math.min(bytes.length, right.length);
      return (
        bytes.length !== right.length &&
        common >= shortestPart &&
        bytes.subarray(0, common).equals(right.subarray(0, common))
      );
    },
  ),
  compares(
    'letter-case-aside',
    'compares the Base64 texts of HMACs without regard to letter case',
    'refuses-letter-case-change',
    (right, text) => text.toLowerCase() === right.toString('base64').toLowerCase(),
  ),
  {
    ...compares(
      'takes-other-encodings',
      'takes signatures of transactions in hex, Base64url, wrapped or without padding',
      'other-encodings',
      (right, text) => readOtherEncodings(text)?.equals(right) ?? false,
    ),
    // No shipped document rules the other encodings out or in.
    overrides: { transaction: { signature: { otherEncodings: 'refuse' } } },
  },
];
