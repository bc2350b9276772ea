import type {
  CheckResult,
  ContradictionFinding,
  Exchange,
  RequirementText,
  Result,
  Summary,
  TargetResult,
  Verdict,
} from '../../../schemas/generated/result.js';
import { levelUnder, loadCatalogue, type Requirement } from '../catalogue/catalogue.js';
import { chooseIds } from '../catalogue/choose.js';
import { catalogueDigest, profileDigest } from '../catalogue/digest.js';
import { loadTranslations } from '../catalogue/translations.js';
import { packageVersion } from '../input/package-root.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { CheckReport, Confirmation, TargetStatus } from '../session/check-report.js';

/** When a run began and ended, epoch milliseconds, and whether it was cut short. */
export interface RunFacts {
  startedAt: number;
  finishedAt: number;
  interrupted: boolean;
  /** Failed SHOULDs count as failures. */
  strict: boolean;
  /** Milliseconds spent on each target's checks, by name. */
  durations: ReadonlyMap<string, number>;
}

/** Puts the checks' reports together into the result: the only thing that reports see. */
export function buildResult(
  plan: RunPlan,
  reports: readonly CheckReport[],
  facts: RunFacts,
): Result {
  const targets = plan.targets.map((target) => {
    const own = reports.filter((report) => report.target === target.name);
    return targetResult(target, plan, own, facts);
  });
  const named = new Set(targets.flatMap((target) => target.checks.map((check) => check.id)));
  return {
    schemaVersion: 1,
    tool: { name: 'snap-conformance', version: packageVersion },
    run: {
      startedAt: new Date(facts.startedAt).toISOString(),
      finishedAt: new Date(facts.finishedAt).toISOString(),
      seed: plan.seed,
      depth: plan.depth,
      interrupted: facts.interrupted,
      catalogueDigest: catalogueDigest(),
    },
    targets,
    requirements: [...loadCatalogue().values()].filter(({ id }) => named.has(id)).map(textsOf),
    exchanges: exchangesOf(reports),
  };
}

/** What reports say about a requirement; in Indonesian too, where a translation is at hand. */
function textsOf({ id, title, statement, rationale, remedy, kind }: Requirement): RequirementText {
  const indonesian = loadTranslations('id').get(id);
  return {
    id,
    title,
    statement,
    rationale,
    remedy,
    kind,
    ...(indonesian && { translations: { id: indonesian } }),
  };
}

function exchangesOf(reports: readonly CheckReport[]): Exchange[] {
  return reports
    .flatMap((report) => report.exchanges)
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

function targetResult(
  target: TargetPlan,
  plan: RunPlan,
  reports: readonly CheckReport[],
  facts: RunFacts,
): TargetResult {
  const confirmations = new Map(
    reports.flatMap((report) => report.confirmations).map((each) => [each.id, each]),
  );
  const done = new Map(
    reports.map(({ check }) => [check.id, confirmed(check, confirmations.get(check.id))]),
  );
  const checks = chooseIds([...loadCatalogue().keys()], plan, target).map(
    (id) => done.get(id) ?? notReached(id, target),
  );
  const status = latest(reports) ?? neverReached(target);
  const summary = summarize(checks);
  return {
    name: target.name,
    profile: target.profile.name,
    profileDigest: profileDigest(target.profile),
    role: target.role,
    baseUrl: target.baseUrl,
    verdict: verdictOf(checks, status, facts.strict),
    summary,
    control: status.control,
    ...(Object.keys(status.controls).length > 0 && { controls: status.controls }),
    checks,
    contradictions: target.profile.contradictions.map((contradiction) =>
      contradictionFinding(contradiction, status),
    ),
    dialect: status.dialect,
    notes: status.notes,
    stats: {
      requests: status.requests,
      durationMs: Math.round(facts.durations.get(target.name) ?? 0),
      ...(status.latency && { latency: status.latency }),
    },
  };
}

/** A check with the control that came after it; a pass is taken back where that was refused. */
function confirmed(check: CheckResult, confirmation: Confirmation | undefined): CheckResult {
  if (!confirmation) return check;
  const exchanges = [...new Set([...check.exchanges, confirmation.control])];
  if (confirmation.accepted || check.outcome !== 'passed') return { ...check, exchanges };
  return {
    ...check,
    exchanges,
    outcome: 'cantTell',
    message: `${check.message}; but the control was refused soon afterwards, so this shows nothing`,
  };
}

function latest(reports: readonly CheckReport[]): TargetStatus | undefined {
  return reports.reduce<TargetStatus | undefined>(
    (best, { status }) => (best && best.requests > status.requests ? best : status),
    undefined,
  );
}

function neverReached({ notes }: TargetPlan): TargetStatus {
  return {
    control: {
      outcome: 'not-sent',
      message: 'the run ended before this target was reached',
      exchanges: [],
    },
    controls: {},
    dialect: {},
    readings: {},
    requests: 0,
    notes,
  };
}

/** Of a check that a run ended before. */
const endedBefore = 'the run ended before this check';

function notReached(id: string, { profile }: TargetPlan): CheckResult {
  const requirement = loadCatalogue().get(id);
  if (!requirement) throw new RangeError(id);
  const { level, lowered, sources } = levelUnder(requirement, profile);
  return {
    id,
    level,
    ...(lowered !== undefined && { lowered }),
    outcome: 'untested',
    message: endedBefore,
    sources,
    exchanges: [],
  };
}

/** Counts of checks by outcome; a failed SHOULD or MAY is a warning. */
export function summarize(checks: readonly CheckResult[]): Summary {
  const count = (outcome: CheckResult['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length;
  const failed = checks.filter((check) => check.outcome === 'failed');
  return {
    passed: count('passed'),
    failed: failed.filter((check) => check.level === 'MUST').length,
    warnings: failed.filter((check) => check.level !== 'MUST').length,
    cantTell: count('cantTell'),
    inapplicable: count('inapplicable'),
    untested: count('untested'),
  };
}

/** True for a check whose failure makes a target non-conformant: a MUST; with `strict` every one. */
export function countsWhenFailed({ level }: Pick<CheckResult, 'level'>, strict: boolean): boolean {
  return strict || level === 'MUST';
}

/**
 * `non-conformant` when a MUST failed that is no known failure; else `inconclusive` when a control wasn't
 * accepted, a MUST can't be told, or the run ended before the last check.
 *
 * @param strict A failed SHOULD or MAY counts as a MUST.
 */
export function verdictOf(
  checks: readonly CheckResult[],
  { control, controls = {} }: Pick<TargetResult, 'control' | 'controls'>,
  strict: boolean,
): Verdict {
  if (
    checks.some(
      (check) => check.outcome === 'failed' && !check.known && countsWhenFailed(check, strict),
    )
  )
    return 'non-conformant';
  if ([control, ...Object.values(controls)].some(({ outcome }) => outcome !== 'accepted'))
    return 'inconclusive';
  return checks.some(
    ({ outcome, level, message }) =>
      (outcome === 'cantTell' && level === 'MUST') ||
      (outcome === 'untested' && message === endedBefore),
  )
    ? 'inconclusive'
    : 'conformant';
}

function contradictionFinding(
  { id, summary, ruling, because, readings }: TargetPlan['profile']['contradictions'][number],
  status: TargetStatus,
): ContradictionFinding {
  const taken = status.readings[id] ?? [];
  return {
    id,
    summary,
    ruling,
    ...(because !== undefined && { because }),
    readings: readings.map(({ name, says, place }) => ({
      name,
      says,
      place,
      taken: taken.includes(name),
    })),
  };
}
