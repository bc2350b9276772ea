import { withMembers, withoutMember } from '../../answers/change-answer.js';
import type { SandboxAnswer } from '../../answers/sandbox-answer.js';
import type {
  UtilityName,
  UtilityOperation,
  UtilityPolicy,
} from '../../signature-utility/policy.js';
import type { UtilityFault } from '../fault.js';

/** What one of the two services does differently, given how it conforms. */
type Change = (right: UtilityOperation) => Partial<UtilityOperation>;

/** A deviation of one of the two services, under the profile of the portal that has them. */
export function utilityFault(
  name: UtilityName,
  own: string,
  title: string,
  trip: string,
  change: Change,
) {
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

/** A header that a service can do without and still sign something. */
const dispensable: Record<UtilityName, string> = { auth: 'X-CLIENT-KEY', service: 'AccessToken' };

/** Changes every answer that refuses. */
function refusing(change: (answer: SandboxAnswer) => SandboxAnswer): Change {
  return (right) => ({
    onRefusal: (answer, refusal, asked) => change(right.onRefusal(answer, refusal, asked)),
  });
}

/** What either service can get wrong. */
export function commonUtilityFaults(name: UtilityName): UtilityFault[] {
  const service = `signature-${name}`;
  return [
    utilityFault(
      name,
      'writes-hex',
      `${service} writes the signature in hexadecimal`,
      'encoding',
      () => ({
        encode: (signature) => signature.toString('hex'),
      }),
    ),
    utilityFault(
      name,
      'fills-in-what-is-missing',
      `${service} signs an empty text if ${dispensable[name]} is missing`,
      'refuses-missing-header',
      ({ required }) => ({ required: required.filter((header) => header !== dispensable[name]) }),
    ),
    utilityFault(
      name,
      'breaks-on-what-is-missing',
      `${service} answers 500 if a header is missing`,
      'client-error',
      refusing((answer) => withMembers({ ...answer, status: 500 }, { responseCode: '5000000' })),
    ),
    utilityFault(
      name,
      'leaves-the-code-out',
      `${service} refuses without a responseCode`,
      'error-code',
      refusing((answer) => withoutMember(answer, 'responseCode')),
    ),
    utilityFault(
      name,
      'names-no-field',
      `${service} refuses with Bad Request, whatever is missing`,
      'names-field',
      refusing((answer) => withMembers(answer, { responseMessage: 'Bad Request' })),
    ),
    utilityFault(
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
