import type { CheckResult } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { levelUnder, loadCatalogue, type Requirement } from '../catalogue/catalogue.js';
import { originsOf } from '../catalogue/origins-of.js';
import { type Check, CheckContext } from '../checks/check.js';
import { type Effort, effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { CheckReport } from '../session/check-report.js';
import type { Readings } from '../session/dialect.js';
import { CheckEnded, type Finding } from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { replayCommand } from './replay.js';

/**
 * Runs one check against one target. Never throws: what breaks inside a check is `cantTell`, never a pass.
 */
export async function runCheck<S extends ServiceId>(
  session: Session<S>,
  check: Check<S>,
  id: string,
  plan: RunPlan,
  /** True for the last check of its area: the area ends with an accepted control. */
  closing: boolean,
): Promise<CheckReport> {
  const requirement = loadCatalogue().get(id);
  if (!requirement)
    throw new RangeError(`the check ${id} has no requirement under specs/requirements`);
  const { profile, name: target } = session.target;
  const { settings = [] } = check;
  const { level, lowered, inapplicable, sources } = levelUnder(requirement, profile, settings);
  const effort = effortOf(plan, session.target);
  const context = new CheckContext(session, id, plan.seed, effort, plan.slow);
  session.state.activeCheck = id;
  const { shownBy = id, ...finding }: Finding = plan.dryRun
    ? { outcome: 'untested', message: 'a dry run sends nothing', exchanges: [] }
    : inapplicable !== undefined
      ? { outcome: 'inapplicable', message: inapplicable, exchanges: [] }
      : await find(check, context, closing);
  const bearing = bearingContradictions(profile, id, session, finding);
  const result: CheckResult = {
    id,
    level,
    ...(lowered !== undefined && { lowered }),
    ...finding,
    ...(finding.counterexample && {
      counterexample: {
        ...finding.counterexample,
        value: session.redactValue(finding.counterexample.value),
      },
    }),
    message: session.redact(
      [
        finding.message + shortfall(plan, session.target, finding, requirement.kind),
        ...bearing.notes,
      ].join('. '),
    ),
    sources: [...settingSources(profile, session.service.adapter.id, settings), ...sources],
    ...(bearing.ids.length > 0 && { contradictions: bearing.ids }),
    ...(finding.outcome === 'failed' && {
      replay: replayCommand(plan, target, [...new Set([id, shownBy])]),
    }),
  };
  return {
    target,
    check: result,
    exchanges: session.state.takeExchanges(),
    ...(plan.dryRun && {
      settings: [...settings],
      ...(inapplicable === undefined && planned(check, context, closing)),
    }),
    confirmations: session.takeConfirmations(),
    status: await session.state.status(),
  };
}

async function find<S extends ServiceId>(
  check: Check<S>,
  context: CheckContext<S>,
  closing: boolean,
): Promise<Finding> {
  const finding = await attempt(check, context);
  // The last check of an area may itself need no control; those before it do.
  if (!closing || !context.session.unconfirmed) return finding;
  const closed = await attempt(
    { run: async () => (await context.confirmControl(finding.exchanges), finding) },
    context,
  );
  return finding.outcome === 'passed' ? closed : finding;
}

async function attempt<S extends ServiceId>(
  check: Pick<Check<S>, 'when' | 'run'>,
  context: CheckContext<S>,
): Promise<Finding> {
  try {
    requireService(context);
    check.when?.(context);
    return await check.run(context);
  } catch (error) {
    if (error instanceof CheckEnded) return error.finding;
    const { message } = error as Error;
    return {
      outcome: 'cantTell',
      message: `the check itself broke, please report it: ${message}`,
      exchanges: [],
    };
  }
}

/** @throws CheckEnded where the config names nothing of this service. */
function requireService<S extends ServiceId>({ session }: CheckContext<S>): void {
  const lacking = session.service.adapter.lacking?.(session.target);
  if (lacking) throw lacking;
}

function planned<S extends ServiceId>(
  check: Check<S>,
  context: CheckContext<S>,
  closing: boolean,
): Pick<CheckReport, 'planned' | 'plannedTokens' | 'codes'> {
  const { forecast } = context.session;
  const { requests, tokens, codes } = forecast;
  try {
    requireService(context);
    check.when?.(context);
    check.forecast(context, forecast);
  } catch (error) {
    if (!(error instanceof CheckEnded)) throw error;
  }
  if (closing) forecast.close();
  return {
    planned: forecast.requests - requests,
    plannedTokens: forecast.tokens - tokens,
    codes: forecast.codes - codes,
  };
}

function effortOf({ depth }: RunPlan, { runs }: TargetPlan): Effort {
  const effort = effortAt[depth];
  return runs === undefined ? effort : { ...effort, runs };
}

/** What a budget cut off, in words. */
function shortfall(
  { depth }: RunPlan,
  { runs, limits }: TargetPlan,
  { outcome }: Finding,
  kind: Requirement['kind'],
): string {
  if (runs === undefined || outcome !== 'passed' || kind !== 'property') return '';
  return ` (${runs} of ${effortAt[depth].runs} runs, for the budget of ${limits.maxRequests} requests)`;
}

/** The contradictions under which an outcome was judged, and the reading that the target takes. */
function bearingContradictions(
  profile: Profile,
  id: string,
  session: { readings: Readings },
  { outcome }: Finding,
): { ids: string[]; notes: string[] } {
  if (outcome !== 'passed' && outcome !== 'failed') return { ids: [], notes: [] };
  const bearing = profile.contradictions.filter(
    ({ requirements, ruling }) => ruling === 'both' && requirements?.includes(id),
  );
  return {
    ids: bearing.map((contradiction) => contradiction.id),
    // Of a target that fails, the readings that it took elsewhere say nothing.
    notes: (outcome === 'passed' ? bearing : []).flatMap((contradiction) => {
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
  const found = pointers
    .flatMap((pointer) => originsOf(profile, service, pointer))
    .filter(([, origin]) => origin.profile !== 'snap-bi')
    .map(([, origin]) => `${origin.source} (${origin.confidence})`);
  return [...new Set(found)];
}
