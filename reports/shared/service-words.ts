import type { TargetResult } from '../../schemas/generated/result.js';

/** The service that was called with the target's tokens: `27, POST /v1.0/transfer-va/create-va`; undefined without one. */
export function serviceWords({ transaction }: TargetResult): string | undefined {
  if (!transaction) return undefined;
  const { serviceCode, method, path } = transaction;
  return `${serviceCode}, ${method} ${path}`;
}
