import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import type { TokenPolicy } from '../policies/policy.js';
import type { TlsDeviation } from '../servers.js';
import type { UtilityPolicy } from '../signature-utility/policy.js';
import type { TokenB2bPolicy } from '../token-b2b/policy.js';
import type { TokenB2b2cPolicy } from '../token-b2b2c/policy.js';
import type { TransactionPolicy } from '../transaction/policy.js';

/** One named deviation of the sandbox, in how a service follows its policy. */
interface FaultOf<S, P> {
  /** The service that deviates. */
  service: S;
  name: string;
  /** What a server with this deviation does, as one would say it of a real one. */
  title: string;
  /** The ids of the requirements that it breaks; no other one may fail. */
  trips: readonly string[];
  /** The profile under which it is shown; default snap-bi. */
  profile?: string;
  /** True if it shows only in an endpoint that a merchant hosts by that profile. */
  merchant?: true;
  /**
   * What the target's config lays over the profile, if no shipped document says enough for the
   * requirement to be judged.
   */
  overrides?: Services;
  /** True if it compares signatures with those that the clients' own keys make. */
  needsPrivateKeys?: true;
  /** True if it shows only when the run waits for tokens to expire. */
  slow?: true;
  /** What is wrong below HTTP; it shows over https alone. */
  tls?: TlsDeviation;
  apply(policy: P): P;
}

/** A deviation of the access-token service B2B. */
export type TokenB2bFault = FaultOf<'token-b2b', TokenB2bPolicy>;

/** A deviation of the access-token service B2B2C. */
export type TokenB2b2cFault = FaultOf<'token-b2b2c', TokenB2b2cPolicy>;

/** A deviation in how transactions are taken. */
export type TransactionFault = FaultOf<'transaction', TransactionPolicy> & {
  /** What the target's config says of the transaction, if the usual call doesn't show the fault. */
  call?: Partial<TransactionConfig>;
  /** Path of the base URL under which it shows. */
  prefix?: string;
  /** True if it shows in calls made for a customer. */
  customer?: true;
};

/** A deviation in how a portal signs for whoever tries it out. */
export type UtilityFault = FaultOf<'signature-utility', UtilityPolicy>;

/** A deviation of any service. */
export type AnyFault = TokenB2bFault | TokenB2b2cFault | TransactionFault | UtilityFault;

/**
 * A deviation that either token service can have. `trips` holds ids without their service, such as
 * `response/status`: it breaks the same requirements of each.
 */
export interface TokenFault extends Omit<FaultOf<never, never>, 'service' | 'apply'> {
  apply<P extends TokenPolicy>(policy: P): P;
}

/** The deviation in the service B2B. */
export function ofTokenB2b(fault: TokenFault): TokenB2bFault {
  return {
    ...fault,
    service: 'token-b2b',
    trips: fault.trips.map((id) => `token-b2b/${id}`),
  };
}

/** The deviation in the service B2B2C. */
export function ofTokenB2b2c(fault: TokenFault): TokenB2b2cFault {
  return {
    ...fault,
    service: 'token-b2b2c',
    name: `b2b2c-${fault.name}`,
    title: `${fault.title} (B2B2C)`,
    trips: fault.trips.map((id) => `token-b2b2c/${id}`),
  };
}
