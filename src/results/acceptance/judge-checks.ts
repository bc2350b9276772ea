import type { Policy } from '../../../schemas/generated/policy.js';
import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import type { Catalogue } from '../../engine/catalogue/catalogue.js';
import { fitsPattern } from '../../engine/catalogue/choose.js';
import type { AskedRequirement } from './asked-requirements.js';
import type { Refusal, RefusalCode, RefusedCheck } from './refusal.js';

/** What of a run bears on how its checks are judged. */
export interface CheckContext {
  policy: Policy;
  catalogue: Catalogue;
  /** Milliseconds since 1970. */
  now: number;
  /** The run is refused for this already, and checks that it didn't reach say the same. */
  interrupted: boolean;
  /** The target was judged by the very catalogue and profile of the policy. */
  sameRules: boolean;
}

/** How many requirements were asked for, what became of them, and why that is not taken. */
export interface JudgedChecks {
  asked: number;
  passed: number;
  inapplicable: number;
  /** Failures that the policy takes. */
  knownFailures: string[];
  /** Not tested, and the policy lets them be. */
  notTested: string[];
  refusals: Refusal[];
}

/** Holds the outcomes of a target against what is asked of it. Neither its verdict nor its levels are believed. */
export function judgeChecks(
  target: TargetResult,
  asked: readonly AskedRequirement[],
  context: CheckContext,
): JudgedChecks {
  const checks = new Map(target.checks.map((check) => [check.id, check]));
  const refusals = controlRefusals(target, asked);
  const refused = new Map<RefusalCode, RefusedCheck[]>();
  const taken = { knownFailures: [] as string[], notTested: [] as string[] };
  const passing = new Set<string>();
  const open = new Set<string>();
  const withoutControl = new Set(refusals.map(({ service }) => service));
  for (const requirement of asked) {
    const { id, service } = requirement;
    const check = checks.get(id);
    const judged = judge(requirement, check, target, context);
    if (judged === 'passed') passing.add(service);
    if (judged === 'passed' || judged === 'inapplicable') continue;
    if (judged === 'knownFailures' || judged === 'notTested') {
      taken[judged].push(id);
      continue;
    }
    open.add(service);
    // The control explains why nothing could be tested.
    const isUnjudged = judged === 'untested' || judged === 'undecided';
    if (judged === 'told-already' || (isUnjudged && withoutControl.has(service))) continue;
    refused.set(judged, [...(refused.get(judged) ?? []), told(id, check)]);
  }
  const empty = [...new Set(asked.map(({ service }) => service))].filter(
    (service) => !passing.has(service) && !open.has(service) && !withoutControl.has(service),
  );
  const outcomes = asked.map(({ id }) => checks.get(id)?.outcome);
  const count = (wanted: CheckResult['outcome']) =>
    outcomes.filter((outcome) => outcome === wanted).length;
  return {
    asked: asked.length,
    passed: count('passed'),
    inapplicable: count('inapplicable'),
    ...taken,
    refusals: [
      ...refusals.map(({ refusal }) => refusal),
      ...levelRefusals(target, asked, checks, context),
      ...[...refused].map(([code, those]) => ({
        ...{ code, target: target.name, what: words(code, those.length, target) },
        checks: those,
      })),
      ...empty.map((service) => ({
        ...{ code: 'nothing-passed' as const, target: target.name },
        what: `no requirement of ${service} passed`,
      })),
    ],
  };
}

type Judged =
  | RefusalCode
  | 'passed'
  | 'inapplicable'
  | 'knownFailures'
  | 'notTested'
  | 'told-already';

function judge(
  { id, optional }: AskedRequirement,
  check: CheckResult | undefined,
  target: TargetResult,
  { policy, catalogue, now, interrupted, sameRules }: CheckContext,
): Judged {
  if (!check) {
    if (optional) return 'notTested';
    const why = whyMissing(id, target, catalogue);
    return why === 'missing' && !sameRules ? 'told-already' : why;
  }
  const { outcome } = check;
  if (outcome === 'passed' || outcome === 'inapplicable') return outcome;
  if (outcome === 'failed') {
    const today = new Date(now).toISOString().slice(0, 10);
    const { knownFailures = [] } = policy;
    const isTaken = knownFailures.some(
      (each) => each.check === id && (each.until === undefined || each.until >= today),
    );
    if (isTaken) return 'knownFailures';
    return check.known ? 'baselined' : 'failed';
  }
  if (outcome === 'cantTell') return 'undecided';
  if (check.notReached && interrupted) return 'told-already';
  return optional ? 'notTested' : 'untested';
}

/** Why a result doesn't have a requirement. */
function whyMissing(
  id: string,
  { basis }: TargetResult,
  catalogue: Catalogue,
): 'filtered' | 'shard-missing' | 'missing' {
  if (!basis) return 'missing';
  const { only, skip, shards } = basis;
  const fits = (pattern: string) => fitsPattern(catalogue, id, pattern);
  if ((only.length > 0 && !only.some(fits)) || skip.some(fits)) return 'filtered';
  return shards && shards.held.length < shards.count ? 'shard-missing' : 'missing';
}

/** A result whose check has another level than catalogue and profile give it was changed. */
function levelRefusals(
  target: TargetResult,
  asked: readonly AskedRequirement[],
  checks: ReadonlyMap<string, CheckResult>,
  { sameRules }: CheckContext,
): Refusal[] {
  if (!sameRules) return [];
  const changed = asked.flatMap(({ id, level }) => {
    const stated = checks.get(id)?.level;
    if (stated === undefined || stated === level) return [];
    return [{ id, message: `a ${level}, and stated to be a ${stated}` }];
  });
  if (changed.length === 0) return [];
  const what = `the result was changed: ${counted(changed.length)} another level than catalogue and profile give`;
  return [{ code: 'level-changed', target: target.name, what, checks: changed }];
}

function controlRefusals(
  { name, controls = {} }: TargetResult,
  asked: readonly AskedRequirement[],
): { refusal: Refusal; service: string }[] {
  return Object.entries(controls)
    .filter(([service]) => asked.some((each) => each.service === service))
    .filter(([, { outcome, unreadable }]) => outcome !== 'accepted' || unreadable)
    .map(([service, { message }]) => ({
      refusal: { code: 'control-refused', target: name, what: `${service}: ${message}` },
      service,
    }));
}

function told(id: string, check: CheckResult | undefined): RefusedCheck {
  return { id, ...(check && { message: check.message }) };
}

function words(code: RefusalCode, count: number, { basis }: TargetResult): string {
  const what = wordsOf[code] ?? '';
  const said = `${count} ${count === 1 ? 'requirement' : 'requirements'} ${what}`;
  if (code === 'filtered' && basis)
    return `${said} by ${choice('--only', basis.only)}${choice('--skip', basis.skip)}`.trim();
  if (code === 'shard-missing' && basis?.shards)
    return `${said}: of ${basis.shards.count} shards, it has ${basis.shards.held.join(', ') || 'none'}`;
  return said;
}

const wordsOf: Partial<Record<RefusalCode, string>> = {
  filtered: 'left out',
  'shard-missing': 'not in the shards that are here',
  missing: 'not in the result, though nothing left them out',
  failed: 'failed',
  baselined: 'failed, which the baseline of the run excuses and the policy does not',
  undecided: 'could not be judged',
  untested: 'not tested',
};

function choice(option: string, patterns: readonly string[]): string {
  return patterns.length === 0 ? '' : `${option} ${patterns.join(',')} `;
}

function counted(count: number): string {
  return count === 1 ? '1 requirement has' : `${count} requirements have`;
}
