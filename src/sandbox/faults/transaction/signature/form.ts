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

/** Also takes signatures that another comparison with the right one accepts. */
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

/** What is wrong with how X-SIGNATURE is decoded, and how its bytes are compared. */
export const transactionSignatureFormFaults: readonly TransactionFault[] = [
  compares(
    'overlooks-one-bit',
    "compares all of a transaction's signature but one bit",
    'refuses-bit-flip',
    (right, text) => {
      // Strictly: if the last letter differs, a lax decoder drops all of the difference but one bit.
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
    // No shipped document says whether other encodings are allowed.
    overrides: { transaction: { signature: { otherEncodings: 'refuse' } } },
  },
];
