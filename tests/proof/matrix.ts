import type { CheckResult, TargetResult } from '../../schemas/generated/result.js';
import type { Profile } from '../../schemas/resolved.js';
import type { TargetPlan } from '../../src/engine/plan/plan.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { run } from '../../src/engine/run/run.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { usualCall } from '../../src/sandbox/transaction/usual-transaction.js';
import { freest } from '../support/freest-profile.js';
import { planOf, targetAt, testCredentials, transactionFor } from '../support/sandbox-target.js';
import { differing, type Rules, rulesOf } from './rules-of.js';

/** A profile that asks the server of another one. */
export interface Pair {
  asking: string;
  server: string;
}

/** What was found about one pair. */
export interface Told extends Pair {
  /** Ids of the checks to which the two profiles say different things. */
  differing: string[];
  /** Ids of those whose outcomes for the same server differ between the two profiles. */
  otherwise: string[];
  /** Ids of those among them that show the server to break the rules of the profile that asks: failed, or cut off. */
  broken: string[];
  /** True if a control of the profile that asks is refused. */
  cutOff: boolean;
}

/** What was found about the servers, under their own profiles and under others. */
export interface Matrix {
  own: Map<string, TargetResult>;
  told: Told[];
  requests: number;
}

/** Every server answers at this path, so that no two differ in the path alone. */
const services = { 'token-b2b': { path: '/v1.0/access-token/b2b' } };

/** Targets in one run, or a few more: each keeps its connections open until the run ends. */
const atOnce = 36;

interface Known {
  profile: Profile;
  rules: Rules;
}

/** Every ordered pair of two shipped profiles. */
export function allPairs(): Pair[] {
  const names = shippedProfiles();
  return names.flatMap((asking) =>
    names.filter((server) => server !== asking).map((server) => ({ asking, server })),
  );
}

/** The shipped profiles at the path that all servers share, by name. */
function atSharedPath(): Map<string, Known> {
  return new Map(
    shippedProfiles().map((name) => {
      const profile = loadProfile(name, '.', { services, file: name, pointer: '' });
      return [name, { profile, rules: rulesOf(profile) }];
    }),
  );
}

/** What each shipped profile says to the checks, by its name. */
export function rulesOfAll(): Map<string, Rules> {
  return new Map([...atSharedPath()].map(([name, { rules }]) => [name, rules]));
}

/**
 * Asks servers, each as free as its document lets it be, by the rules of other profiles and by their own. If
 * a pair of profiles says different things to some checks, those run; if it says the same to all, then all
 * that depend on a profile.
 */
export async function measureMatrix(pairs: readonly Pair[]): Promise<Matrix> {
  const known = atSharedPath();
  const servers = [...new Set(pairs.map(({ server }) => server))].map((name) =>
    questionsTo(name, pairs, known),
  );
  const matrix: Matrix = { own: new Map(), told: [], requests: 0 };
  let batch: Questions[] = [];
  for (const [index, questions] of servers.entries()) {
    batch.push(questions);
    const targets = batch.reduce((sum, { asking }) => sum + asking.length + 1, 0);
    if (targets < atOnce && index < servers.length - 1) continue;
    await askServers(batch, known, matrix);
    batch = [];
  }
  return matrix;
}

/** Whom a server is asked by, and by which checks. */
interface Questions {
  server: string;
  asking: { name: string; differing: string[]; ids: string[] }[];
  /** Every id that some profile asks by. */
  all: string[];
}

function questionsTo(
  server: string,
  pairs: readonly Pair[],
  known: ReadonlyMap<string, Known>,
): Questions {
  const { rules } = entry(known, server);
  const asking = pairs
    .filter((pair) => pair.server === server)
    .map(({ asking: name }) => {
      const ids = differing(entry(known, name).rules, rules);
      return { name, differing: ids, ids: ids.length > 0 ? ids : [...rules.keys()] };
    });
  return { server, asking, all: [...new Set(asking.flatMap(({ ids }) => ids))] };
}

async function askServers(
  batch: readonly Questions[],
  known: ReadonlyMap<string, Known>,
  matrix: Matrix,
): Promise<void> {
  const sandboxes: Sandbox[] = [];
  const targets: TargetPlan[] = [];
  for (const { server, asking, all } of batch) {
    const own = entry(known, server);
    const sandbox = await startFreest(own.profile);
    sandboxes.push(sandbox);
    targets.push(await planned(sandbox, own.profile, own, all));
    for (const { name, ids } of asking)
      targets.push(await planned(sandbox, own.profile, entry(known, name), ids));
  }
  const result = await run(planOf(targets, { depth: 'quick' }));
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  const found = result.targets.values();
  for (const { server, asking } of batch) {
    const own = next(found);
    matrix.own.set(server, own);
    for (const { name, differing: ids, ids: asked } of asking)
      matrix.told.push({
        asking: name,
        server,
        differing: ids,
        ...compare(next(found), own, asked),
      });
  }
  matrix.requests += result.targets.reduce((sum, { stats }) => sum + stats.requests, 0);
}

function next(targets: Iterator<TargetResult>): TargetResult {
  const { value } = targets.next();
  if (!value) throw new Error('every target has a result');
  return value;
}

/** A target whose config is the server's, and whose profile is the one that asks. */
async function planned(
  { url }: Sandbox,
  served: Profile,
  { profile, rules }: Known,
  ids: readonly string[],
): Promise<TargetPlan> {
  const [client] = await testCredentials();
  return {
    ...(await targetAt(url, `${profile.name} of ${served.name}`)),
    profile,
    // Its query shows which part of the URL is signed.
    transaction: transactionFor(client, served, { path: `${usualCall.path}?b=2&a=1` }),
    // What the profile takes away shows nothing.
    only: ids.filter((id) => rules.get(id) !== 'inapplicable'),
  };
}

function compare(
  found: TargetResult,
  byItself: TargetResult,
  ids: readonly string[],
): Pick<Told, 'otherwise' | 'broken' | 'cutOff'> {
  const outcomes = ({ checks }: TargetResult) =>
    new Map(checks.map((each) => [each.id, each.outcome]));
  const [here, there] = [outcomes(found), outcomes(byItself)];
  const outcome = (from: Map<string, CheckResult['outcome']>, id: string) =>
    from.get(id) ?? 'inapplicable';
  return {
    otherwise: ids.filter((id) => outcome(here, id) !== outcome(there, id)),
    broken: ids.filter((id) => ['failed', 'cantTell', 'untested'].includes(outcome(here, id))),
    cutOff: [found.control, ...Object.values(found.controls ?? {})].some(
      (control) => control.outcome === 'refused',
    ),
  };
}

async function startFreest(profile: Profile): Promise<Sandbox> {
  const { codePresence } = profile.services['token-b2b'].success;
  return createSandbox({
    profile: freest(profile),
    clients: await testCredentials(),
    variations: ['longest-token', ...(codePresence === 'required' ? [] : ['no-code-of-a-grant'])],
  });
}

function entry<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (!found) throw new RangeError(name);
  return found;
}
