import type {
  Basis,
  CheckResult,
  ContradictionFinding,
  TargetResult,
} from '../../../../schemas/generated/result.js';
import type { ContradictionTranslation } from '../../../../schemas/generated/translations.js';
import type { Profile } from '../../../../schemas/resolved.js';
import { type Message, say } from '../../../messages/message.js';
import { render, saysOf, worded } from '../../../messages/render.js';
import { chooseIds } from '../../catalogue/choose.js';
import { profileDigest } from '../../catalogue/digest.js';
import { levelUnder } from '../../catalogue/level.js';
import { loadContradictions } from '../../catalogue/translations.js';
import { isWholeInShard } from '../../plan/called-once.js';
import type { RunPlan, TargetPlan } from '../../plan/plan.js';
import { summarize, verdictOf } from './verdict.js';

/** A target before the run reaches it, as plain data without secrets. */
export interface OpenTarget {
  /** Its result if the run ended now: every chosen check is untested. */
  result: TargetResult & { basis: Basis };
  /** Of its profile. */
  contradictions: Profile['contradictions'];
}

/** What is known of a target before anything is sent to it. */
export function openTarget(plan: RunPlan, target: TargetPlan, strict: boolean): OpenTarget {
  const { profile } = target;
  const { contradictions } = profile;
  const indonesian = loadContradictions('id');
  const basis = basisOf(plan, target, strict);
  const ids = chooseIds(plan.suites.catalogue, plan, target);
  const checks = ids.map((id) => notReached(plan, id, target));
  const control: TargetResult['control'] = {
    outcome: 'not-sent',
    ...worded(say('run/checks/target-not-reached')),
    exchanges: [],
  };
  return {
    contradictions,
    result: {
      name: target.name,
      profile: profile.name,
      profileDigest: profileDigest(profile),
      profileDocuments: profile.documents,
      role: target.role,
      baseUrl: target.baseUrl,
      ...(target.partOf !== undefined && { partOf: target.partOf }),
      ...(target.transaction && { transaction: called(target.transaction) }),
      verdict: verdictOf(checks, { control, basis }, strict),
      basis,
      summary: summarize(checks),
      control,
      checks,
      contradictions: contradictions.map(({ id, summary, ruling, because, readings }) => ({
        id,
        summary,
        ruling,
        ...(because !== undefined && { because }),
        ...translationsOf(indonesian.get(id)),
        readings: readings.map(({ name, says, place }) => ({ name, says, place, taken: false })),
      })),
      ...(target.certification && { certification: target.certification }),
      ...(target.form && { form: target.form }),
      dialect: {},
      notes: target.notes.map((note) => render(note)),
      says: { ...loweringsOf(plan, target, ids), ...saysOf(target.notes) },
      stats: { requests: 0, durationMs: 0 },
    },
  };
}

function translationsOf(
  id: ContradictionTranslation | undefined,
): Pick<ContradictionFinding, 'translations'> {
  return id ? { translations: { id } } : {};
}

/** Why the levels of checks are lower than they would be, by the text in English. */
function loweringsOf(
  { suites }: RunPlan,
  { profile }: TargetPlan,
  ids: readonly string[],
): Record<string, Message> {
  const lowerings = ids.flatMap((id) => {
    const requirement = suites.catalogue.get(id);
    return (requirement && levelUnder(requirement, profile, suites.settingsOf(id)).lowered) ?? [];
  });
  return saysOf(lowerings);
}

/** A service as its target's config names it. What a query says stays out: it may be somebody's. */
function called({
  serviceCode,
  method,
  path,
  repeatable = true,
}: NonNullable<TargetPlan['transaction']>): NonNullable<TargetResult['transaction']> {
  return { serviceCode, method, path: path.replace(/\?.*/s, ''), repeatable };
}

function basisOf(
  { suites, only, skip, shard }: RunPlan,
  target: TargetPlan,
  strict: boolean,
): Basis {
  const { only: _, ...whole } = target;
  return {
    strict,
    only,
    skip,
    checks: chooseIds(suites.catalogue, { only: [], skip: [] }, whole).length,
    ...(shard &&
      !isWholeInShard(target) && { shards: { count: shard.count, held: [shard.index] } }),
  };
}

function notReached({ suites }: RunPlan, id: string, { profile }: TargetPlan): CheckResult {
  const requirement = suites.catalogue.get(id);
  if (!requirement) throw new RangeError(id);
  const { level, lowered, sources } = levelUnder(requirement, profile, suites.settingsOf(id));
  return {
    id,
    level,
    ...(lowered !== undefined && { lowered: render(lowered) }),
    outcome: 'untested',
    ...worded(say('run/checks/not-reached')),
    notReached: true,
    sources,
    exchanges: [],
  };
}
