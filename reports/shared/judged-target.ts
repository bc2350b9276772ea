import type { TargetResult } from '../../schemas/generated/result.js';

/** What formats for programs say of a target as a whole: its verdict, and what that depends on. */
export function judgedTarget({
  name,
  profile,
  baseUrl,
  verdict,
  storedVerdict,
  basis,
  summary,
}: TargetResult): Partial<TargetResult> {
  return {
    name,
    profile,
    baseUrl,
    verdict,
    ...(storedVerdict && { storedVerdict }),
    ...(basis && { basis }),
    summary,
  };
}
