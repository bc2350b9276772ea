import type { CheckResult, Result, TargetResult } from '../../schemas/generated/result.js';
import { verdictOf } from '../../src/engine/run/result/verdict.js';
import { check, control, requirement, runFacts, summarise } from '../reports/fixtures/parts.js';

/** A small result: ids are those of real requirements when the catalogue is asked. */
export const ids = {
  epoch: 'token-b2b/timestamp/rejects-epoch',
  offset: 'token-b2b/timestamp/rejects-missing-offset',
  grant: 'token-b2b/response/status',
  caching: 'token-b2b/response/cache-control',
} as const;

/** A target whose checks are given by id: an outcome, or more of the check. */
export function targetOf(
  name: string,
  checks: readonly CheckResult[],
  changes: Partial<TargetResult> = {},
): TargetResult {
  const control = {
    outcome: 'accepted' as const,
    message: 'The control was accepted.',
    exchanges: ['e1'],
  };
  return {
    name,
    profile: 'snap-bi',
    profileDigest: `sha256:${'1'.repeat(64)}`,
    role: 'provider',
    baseUrl: 'https://api.example',
    verdict: verdictOf(checks, { control, ...changes }, false),
    summary: summarise(checks),
    control,
    checks: [...checks],
    contradictions: [],
    dialect: {},
    notes: [],
    stats: { requests: 10, durationMs: 100 },
    ...changes,
  };
}

/** A check by id and outcome. */
export function outcomeOf(
  id: string,
  outcome: CheckResult['outcome'],
  changes: Partial<CheckResult> = {},
): CheckResult {
  return check(id, { outcome, message: outcome, ...changes });
}

/** A result of these targets, with the control of each as its evidence. */
export function resultOf(
  targets: readonly TargetResult[],
  run: Partial<Result['run']> = {},
): Result {
  const named = new Set(targets.flatMap(({ checks }) => checks.map(({ id }) => id)));
  return {
    schemaVersion: 1,
    tool: { name: 'snap-conformance', version: '0.1.0' },
    run: {
      ...runFacts,
      catalogueDigest: `sha256:${'2'.repeat(64)}`,
      ...run,
    },
    targets: [...targets],
    requirements: [...named].map((id) => requirement(id, `title of ${id}`)),
    exchanges: targets.map(({ name }) => control('e1', name)),
  };
}
