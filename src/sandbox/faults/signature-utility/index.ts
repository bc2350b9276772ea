import { createHash } from 'node:crypto';
import { signHmacSha512, signSha256Rsa } from '../../../protocol/signature.js';
import { withMembers, withoutMember } from '../../answers/change-answer.js';
import type { SandboxAnswer } from '../../answers/sandbox-answer.js';
import type {
  UtilityName,
  UtilityOperation,
  UtilityPolicy,
} from '../../signature-utility/policy.js';
import { issuingKeys } from '../../tokens/issue.js';
import type { UtilityFault } from '../fault.js';

/** What one of the two services does otherwise, from how it conforms. */
type Change = (right: UtilityOperation) => Partial<UtilityOperation>;

function fault(name: UtilityName, own: string, title: string, trip: string, change: Change) {
  return {
    service: 'signature-utility',
    name: `utility-${name}-${own}`,
    title,
    trips: [`signature-utility/${name}/${trip}`],
    profile: 'aspi-sandbox',
    apply: (policy: UtilityPolicy): UtilityPolicy => {
      const right = policy.operations[name];
      const operations = { ...policy.operations, [name]: { ...right, ...change(right) } };
      return { ...policy, operations };
    },
  } satisfies UtilityFault;
}

const secretOf: Record<UtilityName, string> = { auth: 'Private_Key', service: 'X-CLIENT-SECRET' };

/** A header without which there is still something to sign with. */
const dispensable: Record<UtilityName, string> = { auth: 'X-CLIENT-KEY', service: 'AccessToken' };

/** Changes the answer that refuses, in the classes of what a caller got wrong. */
function refusing(change: (answer: SandboxAnswer) => SandboxAnswer): Change {
  return (right) => ({
    onRefusal: (answer, refusal, asked) => change(right.onRefusal(answer, refusal, asked)),
  });
}

/** What either service can get wrong. */
function common(name: UtilityName): UtilityFault[] {
  const service = `signature-${name}`;
  return [
    fault(name, 'writes-hex', `${service} writes the signature in hexadecimal`, 'encoding', () => ({
      encode: (signature) => signature.toString('hex'),
    })),
    fault(
      name,
      'fills-in-what-is-missing',
      `${service} signs an empty text where ${dispensable[name]} is missing`,
      'refuses-missing-header',
      ({ required }) => ({ required: required.filter((header) => header !== dispensable[name]) }),
    ),
    fault(
      name,
      'breaks-on-what-is-missing',
      `${service} answers 500 where a header is missing`,
      'client-error',
      refusing((answer) => withMembers({ ...answer, status: 500 }, { responseCode: '5000000' })),
    ),
    fault(
      name,
      'leaves-the-code-out',
      `${service} refuses without a responseCode`,
      'error-code',
      refusing((answer) => withoutMember(answer, 'responseCode')),
    ),
    fault(
      name,
      'names-no-field',
      `${service} refuses with Bad Request, whatever is missing`,
      'names-field',
      refusing((answer) => withMembers(answer, { responseMessage: 'Bad Request' })),
    ),
    fault(
      name,
      'sends-the-secret-back',
      `${service} puts all headers of a wrong request into the answer, the secret one too`,
      'keeps-secret',
      (right) => ({
        onRefusal: (answer, refusal, asked) =>
          withMembers(right.onRefusal(answer, refusal, asked), {
            received: { [secretOf[name]]: asked.header(secretOf[name]) },
          }),
      }),
    ),
  ];
}

/** What is wrong with how a portal signs for whoever tries it out. */
export const utilityFaults: readonly UtilityFault[] = [
  fault(
    'auth',
    'signs-in-another-order',
    'signature-auth signs timestamp|clientId',
    'signs-as-documented',
    () => ({
      stringToSign: ({ header }) => `${header('X-TIMESTAMP')}|${header('X-CLIENT-KEY')}`,
    }),
  ),
  fault(
    'auth',
    'signs-with-its-own-key',
    'signature-auth signs with a key of its own where it can not read the one sent',
    'refuses-wrong-key',
    (right) => ({
      sign: async (text, asked) => {
        const signed = await right.sign(text, asked);
        if (Buffer.isBuffer(signed)) return signed;
        return signSha256Rsa((await issuingKeys()).privateKey, text);
      },
    }),
  ),
  ...common('auth'),
  fault(
    'service',
    'strips-all-whitespace',
    'signature-service strips all white space from the body before it hashes it, within strings too',
    'signs-as-documented',
    () => ({
      stringToSign: ({ header, received }) => {
        const bare = received.body.toString('utf8').replace(/\s+/g, '');
        const hash = createHash('sha256').update(bare).digest('hex');
        return ['HttpMethod', 'EndpoinUrl', 'AccessToken']
          .map(header)
          .concat(hash, header('X-TIMESTAMP'))
          .join(':');
      },
    }),
  ),
  fault(
    'service',
    'leaves-the-token-out',
    'signature-service signs without the token',
    'signs-as-documented',
    (right) => ({
      sign: async (text, { header }) =>
        signHmacSha512(header('X-CLIENT-SECRET'), text.replace(`:${header('AccessToken')}`, '')),
      stringToSign: right.stringToSign,
    }),
  ),
  ...common('service'),
];
