import type { CheckResult } from '../../schemas/generated/result.js';
import type { Profile } from '../../schemas/settled.js';
import { levelUnder, loadCatalogue } from './catalogue.js';
import type { CheckReport, Standing } from './check-report.js';
import { type Check, CheckContext } from './checks/check.js';
import { type Finding, Settled } from './outcome.js';
import type { RunPlan } from './plan.js';
import { replayCommand } from './replay.js';
import type { Session } from './session.js';

/** Runs of a property at each depth. */
export const runsAtDepth = { quick: 2, standard: 20, thorough: 120 } as const;

/**
 * Runs one check against one target. Never throws: what breaks inside a check is `cantTell`, never a pass.
 */
export async function runCheck(
  session: Session,
  check: Check,
  id: string,
  plan: RunPlan,
): Promise<CheckReport> {
  const requirement = loadCatalogue().get(id);
  if (!requirement)
    throw new RangeError(`the check ${id} has no requirement under specs/requirements`);
  const { profile, name: target } = session.target;
  const { level, inapplicable, sources } = levelUnder(requirement, profile);
  const context = new CheckContext(session, id, plan.seed, runsAtDepth[plan.depth]);
  const finding: Finding = plan.dryRun
    ? { outcome: 'untested', message: 'a dry run sends nothing', exchanges: [] }
    : inapplicable !== undefined
      ? { outcome: 'inapplicable', message: inapplicable, exchanges: [] }
      : await find(check, context);
  const bearing = bearingContradictions(profile, id, session, finding);
  const result: CheckResult = {
    id,
    level,
    ...finding,
    ...(finding.counterexample && {
      counterexample: {
        ...finding.counterexample,
        value: session.redactValue(finding.counterexample.value),
      },
    }),
    message: session.redact([finding.message, ...bearing.notes].join('. ')),
    sources: [...settingSources(profile, session.service.id, check.settings ?? []), ...sources],
    ...(bearing.ids.length > 0 && { contradictions: bearing.ids }),
    ...(finding.outcome === 'failed' && { replay: replayCommand(plan, target, id) }),
  };
  return {
    target,
    check: result,
    exchanges: session.takeExchanges(),
    ...(plan.dryRun && { planned: plannedRequests(check, context) }),
    standing: await standingOf(session),
  };
}

async function find(check: Check, context: CheckContext): Promise<Finding> {
  try {
    check.when?.(context);
    return await check.run(context);
  } catch (error) {
    if (error instanceof Settled) return error.finding;
    const { message } = error as Error;
    return {
      outcome: 'cantTell',
      message: `the check itself broke, please report it: ${message}`,
      exchanges: [],
    };
  }
}

function plannedRequests(check: Check, context: CheckContext): number {
  try {
    check.when?.(context);
    return check.cost(context);
  } catch (error) {
    if (error instanceof Settled) return 0;
    throw error;
  }
}

async function standingOf(session: Session): Promise<Standing> {
  const control = await session.controlSoFar;
  return {
    control: control
      ? {
          outcome: control.outcome,
          message: control.message,
          ...(control.causes && { causes: control.causes }),
          exchanges: control.exchanges,
        }
      : { outcome: 'not-sent', message: 'no check needed the control', exchanges: [] },
    dialect: session.dialect.toJSON(),
    readings: Object.fromEntries(
      session.target.profile.contradictions.map(({ id }) => [id, session.readings.of(id)]),
    ),
    requests: session.requests,
    notes: [
      ...session.target.notes,
      ...(control?.clockNote === undefined
        ? []
        : [`${control.clockNote}; the run uses the target's time`]),
    ],
  };
}

/** The contradictions under which an outcome was judged, and the reading that the target takes. */
function bearingContradictions(
  profile: Profile,
  id: string,
  session: Session,
  { outcome }: Finding,
): { ids: string[]; notes: string[] } {
  if (outcome !== 'passed' && outcome !== 'failed') return { ids: [], notes: [] };
  const bearing = profile.contradictions.filter(
    ({ requirements, ruling }) => ruling === 'both' && requirements?.includes(id),
  );
  return {
    ids: bearing.map((contradiction) => contradiction.id),
    notes: bearing.flatMap((contradiction) => {
      const taken = session.readings.of(contradiction.id);
      if (taken.length === 0) return [];
      return [
        `The document contradicts itself (${contradiction.id}: ${contradiction.summary}); this target follows ${taken.map((name) => `"${name}"`).join(' and ')}`,
      ];
    }),
  };
}

/** Where the profile has the values from that a check goes by, unless that is the standard itself. */
function settingSources(profile: Profile, service: string, pointers: readonly string[]): string[] {
  const found = pointers.flatMap((pointer) => {
    const full = `/services/${service}${pointer}`;
    return Object.entries(profile.origins)
      .filter(([at]) => at === full || at.startsWith(`${full}/`) || full.startsWith(`${at}/`))
      .filter(([, origin]) => origin.profile !== 'snap-bi')
      .map(([, origin]) => `${origin.source} (${origin.confidence})`);
  });
  return [...new Set(found)];
}
