import type { TokenB2bPolicy } from '../token-b2b/policy.js';
import type { TokenB2b2cPolicy } from '../token-b2b2c/policy.js';
import type { TransactionPolicy } from '../transaction/policy.js';

/** A policy of either token service. */
export type TokenPolicy = TokenB2bPolicy | TokenB2b2cPolicy;

/** A policy of any service that takes signed requests. */
export type AnyPolicy = TokenPolicy | TransactionPolicy;

/** The name of a step of the policy. */
export type StepNameOf<P extends AnyPolicy> = keyof P['steps'];

/** A step of the policy. */
export type StepOf<P extends AnyPolicy> = P['steps'][StepNameOf<P>];

/** What the policy calls a request on its way through the steps. */
export type AttemptOf<P extends AnyPolicy> = Parameters<P['onRefusal']>[2];
