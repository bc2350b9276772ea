import type { RequirementText, Result } from '../../../../schemas/generated/result.js';
import type { Requirement } from '../../catalogue/catalogue.js';
import { chooseIds } from '../../catalogue/choose.js';
import { catalogueDigest } from '../../catalogue/digest.js';
import { loadTranslations } from '../../catalogue/translations.js';
import type { Suites } from '../../checks/suites.js';
import { libraryVersions } from '../../input/library-versions.js';
import { packageVersion } from '../../input/package-root.js';
import type { RunPlan } from '../../plan/plan.js';
import type { ResultHead } from '../journal-entry.js';
import type { TargetFindings } from '../run-target.js';
import { completeTarget } from './complete-target.js';
import { type OpenTarget, openTarget } from './open-target.js';
import { renameExchanges } from './rename-exchanges.js';

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
  const open = plan.targets.map((target) => openTarget(plan, target, facts.strict));
  return resultOf(headOf(plan, facts), open, findings, plan.suites);
}

/** What a result says before its targets. */
export function headOf(plan: RunPlan, facts: Omit<RunFacts, 'strict'>): ResultHead {
  const { catalogue } = plan.suites;
  const named = new Set(plan.targets.flatMap((target) => chooseIds(catalogue, plan, target)));
  return {
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
    requirements: [...catalogue.values()].filter(({ id }) => named.has(id)).map(textsOf),
  };
}

/** The result that a head and its targets come to. */
export function resultOf(
  { requirements, ...head }: ResultHead,
  open: readonly OpenTarget[],
  findings: readonly (TargetFindings | undefined)[],
  suites: Suites,
): Result {
  const result: Result = {
    ...head,
    targets: open.map((target, index) => {
      const found = findings[index];
      return found ? completeTarget(target, found, suites) : target.result;
    }),
    requirements,
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
