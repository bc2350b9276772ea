import { letPass } from '../../policies/change-policy.js';
import type { TokenB2b2cPolicy, TokenB2b2cStepName } from '../../token-b2b2c/policy.js';
import type { TokenAttempt } from '../../tokens/policy.js';
import { ofTokenB2b2c, type TokenB2b2cFault } from '../fault.js';
import { furtherHeaderFaults, furtherHeaders } from '../shared/further-headers.js';

/** Takes some requests of unknown clients for requests of the first client. */
function asFirstClient(
  policy: TokenB2b2cPolicy,
  kind: (attempt: TokenAttempt) => boolean,
): TokenB2b2cPolicy {
  return {
    ...policy,
    steps: {
      ...policy.steps,
      client: (attempt) => {
        const refusal = policy.steps.client(attempt);
        const [first] = attempt.clients.values();
        if (!refusal || !first || !kind(attempt)) return refusal;
        attempt.client = first;
        return undefined;
      },
    },
  };
}

/** Gives a token to requests without a header; `steps` would refuse them. */
function needsNo(
  header: string,
  steps: readonly TokenB2b2cStepName[],
  name: string,
  trips: string,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title: `gives a token when ${header} is missing`,
    trips: [`token-b2b2c/headers/${trips}`],
    apply: (policy) => {
      const missing = ({ header: value }: TokenAttempt) => value(header) === undefined;
      return asFirstClient(letPass(policy, steps, missing), missing);
    },
  };
}

/** What is wrong with how mandatory headers are required and the client is found. */
export const tokenB2b2cHeaderFaults: readonly TokenB2b2cFault[] = [
  needsNo(
    'X-TIMESTAMP',
    ['timestampPresence', 'timestampForm', 'timestampWindow', 'signature'],
    'b2b2c-timestamp-may-be-missing',
    'rejects-missing-timestamp',
  ),
  needsNo(
    'X-CLIENT-KEY',
    ['clientKeyPresence', 'signature'],
    'b2b2c-client-key-may-be-missing',
    'rejects-missing-client-key',
  ),
  needsNo(
    'X-SIGNATURE',
    ['signaturePresence', 'signature'],
    'b2b2c-signature-may-be-missing',
    'rejects-missing-signature',
  ),
  {
    service: 'token-b2b2c',
    name: 'b2b2c-default-client',
    title: "verifies an unknown client's request with the first client's key",
    trips: ['token-b2b2c/headers/rejects-unknown-client'],
    apply: (policy) => asFirstClient(policy, ({ header }) => header('X-CLIENT-KEY') !== undefined),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-takes-text-plain',
    title: 'parses the body as JSON whatever Content-Type says',
    trips: ['token-b2b2c/headers/rejects-text-plain'],
    apply: (policy) => letPass(policy, ['contentType'], () => true),
  },
  ...furtherHeaderFaults.map((fault) => ({
    ...ofTokenB2b2c(fault),
    overrides: { 'token-b2b2c': { headers: furtherHeaders } },
  })),
];
