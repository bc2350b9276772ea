import type {
  CheckResult,
  ContradictionFinding,
  TargetResult,
} from '../../../../schemas/generated/result.js';
import { say, type Text } from '../../../messages/message.js';
import { textOf, worded } from '../../../messages/render.js';
import { causesOf } from '../../causes/causes-of.js';
import type { Suites } from '../../checks/suites.js';
import type { TargetStatus } from '../../session/target-status.js';
import type { TargetFindings } from '../run-target.js';
import type { OpenTarget } from './open-target.js';
import { summarize, verdictOf } from './verdict.js';

/** The result of a target that the run reached: what was found in the place of what was open. */
export function completeTarget(
  { result: open, contradictions: documented }: OpenTarget,
  { checks: done, status, exchanges, likenesses, durationMs }: TargetFindings,
  suites: Suites,
): TargetResult {
  const { basis, contradictions } = open;
  const reached = new Map(done.map((check) => [check.id, check]));
  const checks = open.checks.map((check) => {
    const found = reached.get(check.id);
    if (found) return withContradictions(found, { open: contradictions, documented }, status);
    if (status.ended === undefined) return check;
    return { ...check, ...worded(say('run/course/not-tested-since', { why: status.ended })) };
  });
  const causes = causesOf({ suites, checks, exchanges }, open.profile, likenesses).map(
    ({ id, message, checks: explained }) => ({ id, ...worded(message), checks: explained }),
  );
  return {
    name: open.name,
    profile: open.profile,
    ...(open.profileDigest !== undefined && { profileDigest: open.profileDigest }),
    ...(open.profileDocuments && { profileDocuments: open.profileDocuments }),
    role: open.role,
    baseUrl: open.baseUrl,
    ...(open.partOf !== undefined && { partOf: open.partOf }),
    ...(open.transaction && { transaction: open.transaction }),
    verdict: verdictOf(checks, { ...status, basis }, basis.strict),
    basis,
    summary: summarize(checks),
    control: status.control,
    ...(Object.keys(status.controls).length > 0 && { controls: status.controls }),
    checks,
    ...(causes.length > 0 && { causes }),
    contradictions: contradictions.map((contradiction) => ({
      ...contradiction,
      readings: contradiction.readings.map((reading) => ({
        ...reading,
        taken: status.readings[contradiction.id]?.includes(reading.name) ?? false,
      })),
    })),
    ...(open.certification && { certification: open.certification }),
    ...(open.form && { form: open.form }),
    dialect: status.dialect,
    notes: status.notes,
    says: { ...open.says, ...status.says },
    stats: {
      requests: status.requests,
      durationMs: Math.round(durationMs),
      ...(status.latency && { latency: status.latency }),
    },
  };
}

/** The contradictions under which a check was judged, and the reading that the target takes. */
function withContradictions(
  check: CheckResult,
  { open, documented }: { open: ContradictionFinding[]; documented: OpenTarget['contradictions'] },
  { readings }: TargetStatus,
): CheckResult {
  if (check.outcome !== 'passed' && check.outcome !== 'failed') return check;
  const bearing = documented.filter(
    ({ requirements, ruling }) => ruling === 'both' && requirements?.includes(check.id),
  );
  if (bearing.length === 0) return check;
  // Of a target that fails, the readings that it took elsewhere say nothing.
  const said = (check.outcome === 'passed' ? bearing : []).reduce<Text>(
    (message, { id, summary }) => {
      const taken = readings[id] ?? [];
      if (taken.length === 0) return message;
      const indonesian = open.find((each) => each.id === id)?.translations?.id?.summary ?? summary;
      const said = say('run/checks/contradiction', { english: summary, indonesian });
      return say('run/checks/follows-readings', { message, id, summary: said, taken });
    },
    textOf(check),
  );
  return { ...check, ...worded(said), contradictions: bearing.map(({ id }) => id) };
}
