import type { Config } from '../schemas/generated/config.js';
import type { Result } from '../schemas/generated/result.js';
import type { RunOptions } from './api/run-options.js';
import type { RunningSandbox, SandboxOptions } from './api/start-sandbox.js';
import type {
  SignedRequest,
  TokenRequestOptions,
  TransactionRequestOptions,
} from './engine/signing/sign-request.js';

export type {
  ClientConfig,
  Config,
  CustomerConfig,
  LimitsConfig,
  PemSource,
  TargetConfig,
  TransactionConfig,
} from '../schemas/generated/config.js';
export type {
  CheckResult,
  ControlFinding,
  Exchange,
  Result,
  TargetResult,
} from '../schemas/generated/result.js';
export type { RunOptions } from './api/run-options.js';
export type { RunningSandbox, SandboxOptions } from './api/start-sandbox.js';
export {
  InputProblem,
  type InputProblemDetail,
  type InputProblemPlace,
} from './engine/input/input-problem.js';
export type { ProblemCode } from './engine/input/problem-codes.js';
export type {
  SignedRequest,
  TokenRequestOptions,
  TransactionRequestOptions,
} from './engine/signing/sign-request.js';
export { KeyError } from './protocol/key-error.js';

// What a function needs is loaded when it is first called, so that importing the package stays cheap: a
// config imports it for its types.

/** Returns the config as it is: gives `snap.config.ts` its types. */
export function defineConfig(config: Config): Config {
  return config;
}

/**
 * Tests the targets of a config, as the command `run` does. Writes nothing.
 *
 * @param config The config, or the path of its file.
 * @throws InputProblem, before anything is sent, for what is wrong with config or options.
 */
export async function run(config: Config | string, options?: RunOptions): Promise<Result> {
  const { runConfig } = await import('./api/run-config.js');
  return runConfig(config, options);
}

/**
 * Starts the embedded provider, which conforms to a profile except for the faults that are switched on.
 *
 * @throws InputProblem for an unknown profile, fault or variation, and a port that can't be used.
 */
export async function createSandbox(options?: SandboxOptions): Promise<RunningSandbox> {
  const { startSandbox } = await import('./api/start-sandbox.js');
  return startSandbox(options);
}

/**
 * Signs a request to the token service B2B as a profile says. Sends nothing.
 *
 * @throws InputProblem for a key or a profile that can't be used.
 */
export async function signTokenRequest(options: TokenRequestOptions): Promise<SignedRequest> {
  const { signTokenRequest } = await import('./engine/signing/sign-request.js');
  return signTokenRequest(options);
}

/**
 * Signs a transaction as a profile says. Sends nothing.
 *
 * @throws InputProblem for a profile or a key that can't be used, and when the scheme needs something that is
 * missing.
 */
export async function signTransactionRequest(
  options: TransactionRequestOptions,
): Promise<SignedRequest> {
  const { signTransactionRequest } = await import('./engine/signing/sign-request.js');
  return signTransactionRequest(options);
}
