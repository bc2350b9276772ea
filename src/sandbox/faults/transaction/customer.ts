import type {
  TransactionPolicy,
  TransactionStep,
  TransactionStepName,
} from '../../transaction/policy.js';
import type { TransactionFault } from '../fault.js';

function skips(
  name: string,
  title: string,
  trips: string,
  steps: Partial<Record<TransactionStepName, (usual: TransactionStep) => TransactionStep>>,
): TransactionFault {
  return {
    service: 'transaction',
    customer: true,
    name: `transaction-${name}`,
    title,
    trips: [`transaction/customer/${trips}`],
    apply: (policy: TransactionPolicy) => ({
      ...policy,
      steps: {
        ...policy.steps,
        ...Object.fromEntries(
          Object.entries(steps).map(([step, wrap]) => [
            step,
            wrap(policy.steps[step as TransactionStepName]),
          ]),
        ),
      },
    }),
  };
}

const never: TransactionStep = () => undefined;
const customerTokenOf = (header: (name: string) => string | undefined) =>
  /^bearer +(\S+) *$/i.exec(header('Authorization-Customer') ?? '')?.[1];

/** What is wrong with how transactions for a customer are checked. */
export const transactionCustomerFaults: readonly TransactionFault[] = [
  skips(
    'needs-no-customer-token',
    "carries a customer's transaction out on the client's token alone",
    'refuses-missing-customer-token',
    {
      customerTokenPresence: () => never,
      customerToken: (usual) => (attempt, policy) =>
        attempt.header('Authorization-Customer') === undefined ? undefined : usual(attempt, policy),
    },
  ),
  skips(
    'takes-unknown-customer-tokens',
    "looks only whether there is a customer's token, not whose",
    'refuses-unknown-customer-token',
    {
      customerToken: (usual) => (attempt, policy) => {
        const token = customerTokenOf(attempt.header);
        const known = token !== undefined && attempt.tokens.get(token) !== undefined;
        return known ? usual(attempt, policy) : undefined;
      },
    },
  ),
  skips(
    'takes-b2b-tokens-for-customers',
    "looks a customer's token up among all tokens, those of clients too",
    'refuses-b2b-token-as-customer-token',
    {
      customerToken: (usual) => (attempt, policy) => {
        const token = customerTokenOf(attempt.header);
        return token !== undefined && attempt.tokens.get(token) !== undefined
          ? undefined
          : usual(attempt, policy);
      },
    },
  ),
  skips('needs-no-device-id', 'does not ask for X-DEVICE-ID', 'rejects-missing-device-id', {
    deviceIdPresence: () => never,
  }),
];
