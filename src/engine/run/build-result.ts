import type {
  Basis,
  CheckResult,
  ContradictionFinding,
  RequirementText,
  Result,
  TargetResult,
} from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { type Message, say, type Text } from '../../messages/message.js';
import { render, textOf, worded } from '../../messages/render.js';
import type { Requirement } from '../catalogue/catalogue.js';
import { chooseIds } from '../catalogue/choose.js';
import { catalogueDigest, profileDigest } from '../catalogue/digest.js';
import { levelUnder } from '../catalogue/level.js';
import { loadTranslations } from '../catalogue/translations.js';
import { causesOf } from '../causes/causes-of.js';
import { libraryVersions } from '../input/library-versions.js';
import { packageVersion } from '../input/package-root.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { TargetStatus } from '../session/target-status.js';
import { renameExchanges } from './rename-exchanges.js';
import type { TargetFindings } from './run-target.js';
import { summarize, verdictOf } from './verdict.js';

/** When a run began and ended, epoch milliseconds, and whether it was cut short. */
export interface RunFacts {
  startedAt: number;
  finishedAt: number;
  interrupted: boolean;
  /** Failed SHOULDs count as failures. */
  strict: boolean;
}

/**
 * Puts what was found together into the result: the only thing that reports see.
 *
 * @param findings Of each target of the plan, in its order; undefined for one that the run didn't reach.
 */
export function buildResult(
  plan: RunPlan,
  findings: readonly (TargetFindings | undefined)[],
  facts: RunFacts,
): Result {
  const { catalogue } = plan.suites;
  const targets = plan.targets.map((target, index) =>
    targetResult(plan, target, findings[index], facts.strict),
  );
  const named = new Set(targets.flatMap((target) => target.checks.map((check) => check.id)));
  const result: Result = {
    schemaVersion: 1,
    tool: { name: 'snap-conformance', version: packageVersion, libraries: libraryVersions() },
    run: {
      startedAt: new Date(facts.startedAt).toISOString(),
      finishedAt: new Date(facts.finishedAt).toISOString(),
      seed: plan.seed,
      ...(plan.seedFrom && { seedFrom: plan.seedFrom }),
      depth: plan.depth,
      interrupted: facts.interrupted,
      catalogueDigest: catalogueDigest(catalogue),
      ...(plan.targetsLeftOut?.length && { targetsLeftOut: plan.targetsLeftOut }),
    },
    targets,
    requirements: [...catalogue.values()].filter(({ id }) => named.has(id)).map(textsOf),
    exchanges: findings.flatMap((each) => each?.exchanges ?? []),
  };
  const [numbered = result] = renameExchanges([result]);
  return numbered;
}

/** What reports say about a requirement; in Indonesian too, when a translation is at hand. */
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

function targetResult(
  plan: RunPlan,
  target: TargetPlan,
  findings: TargetFindings | undefined,
  strict: boolean,
): TargetResult {
  const { catalogue } = plan.suites;
  const { profile } = target;
  const status = findings?.status ?? neverReached(target);
  const basis = basisOf(plan, strict);
  const reached = new Map(findings?.checks.map((check) => [check.id, check]));
  const checks = chooseIds(catalogue, plan, target).map((id) => {
    const done = reached.get(id);
    return done
      ? withContradictions(done, profile, status)
      : notReached(plan, id, target, status.ended);
  });
  const exchanges = findings?.exchanges ?? [];
  const causes = causesOf(
    { suites: plan.suites, checks, exchanges },
    profile.name,
    findings?.likenesses,
  ).map(({ id, message, checks: explained }) => ({ id, ...worded(message), checks: explained }));
  return {
    name: target.name,
    profile: profile.name,
    profileDigest: profileDigest(profile),
    profileDocuments: profile.documents,
    role: target.role,
    baseUrl: target.baseUrl,
    verdict: verdictOf(checks, { ...status, basis }, strict),
    basis,
    summary: summarize(checks),
    control: status.control,
    ...(Object.keys(status.controls).length > 0 && { controls: status.controls }),
    checks,
    ...(causes.length > 0 && { causes }),
    contradictions: profile.contradictions.map((contradiction) =>
      contradictionFinding(contradiction, status),
    ),
    dialect: status.dialect,
    notes: status.notes,
    stats: {
      requests: status.requests,
      durationMs: Math.round(findings?.durationMs ?? 0),
      ...(status.latency && { latency: status.latency }),
    },
  };
}

function basisOf({ suites, only, skip, shard }: RunPlan, strict: boolean): Basis {
  return {
    strict,
    only,
    skip,
    checks: suites.catalogue.size,
    ...(shard && { shards: { count: shard.count, held: [shard.index] } }),
  };
}

/** The contradictions under which a check was judged, and the reading that the target takes. */
function withContradictions(
  check: CheckResult,
  { contradictions }: Profile,
  { readings }: TargetStatus,
): CheckResult {
  if (check.outcome !== 'passed' && check.outcome !== 'failed') return check;
  const bearing = contradictions.filter(
    ({ requirements, ruling }) => ruling === 'both' && requirements?.includes(check.id),
  );
  if (bearing.length === 0) return check;
  // Of a target that fails, the readings that it took elsewhere say nothing.
  const said = (check.outcome === 'passed' ? bearing : []).reduce<Text>(
    (message, { id, summary }) => {
      const taken = readings[id] ?? [];
      if (taken.length === 0) return message;
      return say('run/checks/follows-readings', { message, id, summary, taken });
    },
    textOf(check),
  );
  return { ...check, ...worded(said), contradictions: bearing.map(({ id }) => id) };
}

function neverReached({ notes }: TargetPlan): TargetStatus {
  return {
    control: {
      outcome: 'not-sent',
      ...worded(say('run/checks/target-not-reached')),
      exchanges: [],
    },
    controls: {},
    dialect: {},
    readings: {},
    requests: 0,
    notes,
  };
}

function notReached(
  { suites }: RunPlan,
  id: string,
  { profile }: TargetPlan,
  ended: Message | undefined,
): CheckResult {
  const requirement = suites.catalogue.get(id);
  if (!requirement) throw new RangeError(id);
  const { level, lowered, sources } = levelUnder(requirement, profile, suites.settingsOf(id));
  return {
    id,
    level,
    ...(lowered !== undefined && { lowered: render(lowered) }),
    outcome: 'untested',
    ...worded(
      ended ? say('run/course/not-tested-since', { why: ended }) : say('run/checks/not-reached'),
    ),
    notReached: true,
    sources,
    exchanges: [],
  };
}

function contradictionFinding(
  { id, summary, ruling, because, readings }: Profile['contradictions'][number],
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
