import type { TargetResult } from '../../schemas/generated/result.js';

/** What formats for programs say of a target as a whole: its verdict, and what that depends on. */
export function judgedTarget({
  name,
  profile,
  baseUrl,
  partOf,
  transaction,
  verdict,
  storedVerdict,
  basis,
  summary,
}: TargetResult): Partial<TargetResult> {
  return {
    name,
    profile,
    baseUrl,
    ...(partOf !== undefined && { partOf }),
    ...(transaction && { transaction }),
    verdict,
    ...(storedVerdict && { storedVerdict }),
    ...(basis && { basis }),
    summary,
  };
}
