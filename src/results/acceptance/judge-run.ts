import type { Policy } from '../../../schemas/generated/policy.js';
import type { Result } from '../../../schemas/generated/result.js';
import { editIn } from '../by-outcomes.js';
import type { LoadedPolicy } from './policy.js';
import type { Refusal } from './refusal.js';

const depths: readonly Policy['depth'][] = ['quick', 'standard', 'thorough'];
const msOfDay = 24 * 60 * 60 * 1000;
/** Clocks of two machines differ. */
const mostAheadMs = 5 * 60 * 1000;

/** Why a policy doesn't take a run, whatever its targets did. @param now Milliseconds since 1970. */
export function judgeRun(
  result: Result,
  { policy, catalogueDigest }: LoadedPolicy,
  now: number,
): Refusal[] {
  const { run, tool, targets } = result;
  const refusals: Refusal[] = [...ageOf(run.finishedAt, policy, now)];
  if (depths.indexOf(run.depth) < depths.indexOf(policy.depth))
    refusals.push({
      code: 'shallow',
      what: `the depth of the run is ${run.depth}, and the policy asks for ${policy.depth}`,
    });
  if (run.interrupted) {
    const open = targets.flatMap(({ checks }) => checks.filter(({ notReached }) => notReached));
    refusals.push({
      code: 'interrupted',
      what: `the run ended before its last check: ${open.length} ${open.length === 1 ? 'was' : 'were'} not reached`,
    });
  }
  if (run.recovered)
    refusals.push({
      code: 'recovered',
      what: 'the run was killed, and the result made from its journal',
    });
  if (policy.toolVersions && !policy.toolVersions.includes(tool.version))
    refusals.push({
      code: 'other-version',
      what: `version ${tool.version} made it, and the policy takes ${policy.toolVersions.join(', ')}`,
    });
  if (run.catalogueDigest !== catalogueDigest)
    refusals.push({
      code: 'other-catalogue',
      what: `its catalogue of requirements is ${run.catalogueDigest ?? 'not named'}, and not ${catalogueDigest}`,
    });
  const edit = editIn(result);
  if (edit)
    refusals.push({ code: 'verdict-changed', what: `the result was changed: ${edit.what}` });
  return refusals;
}

function ageOf(finishedAt: string, { maxAgeDays }: Policy, now: number): Refusal[] {
  const age = now - Date.parse(finishedAt);
  // The schema allows the 31st of any month, and 25 o'clock.
  if (Number.isNaN(age) || age < -mostAheadMs)
    return [{ code: 'in-future', what: `the run ended ${finishedAt}, which is not past` }];
  if (age <= maxAgeDays * msOfDay) return [];
  const days = Math.floor((age / msOfDay) * 10) / 10;
  return [
    {
      code: 'stale',
      what: `the run ended ${finishedAt}, ${days} days ago, and the policy takes at most ${maxAgeDays}`,
    },
  ];
}
