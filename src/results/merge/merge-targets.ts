import type {
  CheckResult,
  ContradictionFinding,
  ControlFinding,
  TargetResult,
} from '../../../schemas/generated/result.js';
import { shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { InputProblem, type InputProblemPlace } from '../../engine/input/input-problem.js';
import { summarize, verdictOf } from '../../engine/run/result/verdict.js';
import { say } from '../../messages/message.js';
import { render, saysOf } from '../../messages/render.js';
import { mergeBasis, mergedShards } from './merge-basis.js';

/** A target in one of the merged results, its place there, and the seed of that run. */
export interface TargetPart {
  target: TargetResult;
  seed: number;
  place: InputProblemPlace;
}

/**
 * One target from the shards of its run. Its verdict is that of all their outcomes, as in a run of all checks;
 * if shards are missing, it is inconclusive or worse.
 * Latencies and causes are left out: the percentiles of a whole, and what all checks of a kind have in common, don't
 * follow from those of its parts.
 *
 * @throws InputProblem when the parts differ in endpoint, profile or choice, or two have the same check.
 */
export function mergeTargets(parts: readonly TargetPart[]): TargetResult {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('there is nothing to merge');
  if (others.length === 0) return mergedShards(first.target);
  for (const other of others) requireSameTarget(first, other);
  const targets = parts.map(({ target }) => target);
  const checks = inCatalogueOrder(disjointChecks(parts));
  const controls = mergeControls(targets);
  const seeds = [...new Set(parts.map(({ seed }) => seed))];
  const { stats: _stats, causes: _causes, ...same } = first.target;
  const basis = mergeBasis(parts);
  const grounds = {
    control: worstControl(targets.map(({ control }) => control)),
    ...(Object.keys(controls).length > 0 && { controls }),
    ...(basis && { basis }),
  };
  const putTogether = say('run/notes/put-together', { results: parts.length, seeds });
  const strict = basis?.strict ?? targets.some(({ verdict }) => verdict === 'non-conformant');
  return {
    ...same,
    ...grounds,
    verdict: verdictOf(checks, grounds, strict),
    summary: summarize(checks),
    checks,
    contradictions: mergeContradictions(targets),
    dialect: mergeDialects(targets.map(({ dialect }) => dialect)),
    notes: [...new Set(targets.flatMap(({ notes }) => notes)), render(putTogether)],
    says: Object.assign({}, ...targets.map(({ says }) => says), saysOf([putTogether])),
    stats: {
      requests: sum(targets.map(({ stats }) => stats.requests)),
      durationMs: sum(targets.map(({ stats }) => stats.durationMs)),
    },
  };
}

function requireSameTarget(first: TargetPart, other: TargetPart): void {
  for (const member of ['profile', 'profileDigest', 'role', 'baseUrl'] as const) {
    const [one, two] = [first.target[member], other.target[member]];
    if (one === two) continue;
    throw new InputProblem(
      'targets-differ',
      `"${other.target.name}" is a different target here: its ${member} is ${two ?? 'unknown'}, in ${first.place.file} ${one ?? 'unknown'}`,
      {
        ...other.place,
        pointer: `${other.place.pointer}/${member}`,
        remedy: 'Only shards of one run are put together; give different targets different names.',
      },
    );
  }
}

/** @throws InputProblem for a check that two parts have: nothing says which of the two is right. */
function disjointChecks(parts: readonly TargetPart[]): CheckResult[] {
  const held = new Map<string, TargetPart>();
  for (const part of parts) {
    for (const [index, { id }] of part.target.checks.entries()) {
      const other = held.get(id);
      if (other) {
        throw new InputProblem(
          'duplicate-check',
          `${id} of "${part.target.name}" is in ${other.place.file} already`,
          {
            ...part.place,
            pointer: `${part.place.pointer}/checks/${index}`,
            remedy: 'Only shards of one run are put together; `report compare` compares two runs.',
          },
        );
      }
      held.set(id, part);
    }
  }
  return parts.flatMap(({ target }) => target.checks);
}

function inCatalogueOrder(checks: readonly CheckResult[]): CheckResult[] {
  const rank = new Map([...shippedCatalogue().keys()].map((id, index) => [id, index]));
  const at = ({ id }: CheckResult) => rank.get(id) ?? rank.size;
  return checks.toSorted((a, b) => at(a) - at(b));
}

/**
 * The control of the first part whose control wasn't accepted or can't be read, else the first accepted one: a
 * part whose checks need no control sends none.
 */
function worstControl(controls: readonly ControlFinding[]): ControlFinding {
  const sent = controls.filter(({ outcome }) => outcome !== 'not-sent');
  const worst =
    sent.find(({ outcome, unreadable }) => outcome !== 'accepted' || unreadable) ??
    sent[0] ??
    controls[0];
  if (!worst) throw new RangeError('there is no control');
  return worst;
}

function mergeControls(targets: readonly TargetResult[]): Record<string, ControlFinding> {
  const services = new Set(targets.flatMap(({ controls = {} }) => Object.keys(controls)));
  return Object.fromEntries(
    [...services].map((service) => [
      service,
      worstControl(targets.flatMap(({ controls = {} }) => controls[service] ?? [])),
    ]),
  );
}

/** A reading counts as taken if any part saw the target follow it. */
function mergeContradictions(targets: readonly TargetResult[]): ContradictionFinding[] {
  const [first] = targets;
  return (first?.contradictions ?? []).map((contradiction) => ({
    ...contradiction,
    readings: contradiction.readings.map((reading) => ({
      ...reading,
      taken: targets.some(({ contradictions }) =>
        contradictions.some(
          ({ id, readings }) =>
            id === contradiction.id &&
            readings.some(({ name, taken }) => taken && name === reading.name),
        ),
      ),
    })),
  }));
}

/** All distinct values that the parts measured, as a run lists several of its own. */
function mergeDialects(dialects: readonly Record<string, unknown>[]): Record<string, unknown> {
  const names = new Set(dialects.flatMap((dialect) => Object.keys(dialect)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = new Map(
        dialects
          .flatMap((dialect) => (Object.hasOwn(dialect, name) ? [dialect[name]].flat() : []))
          .map((value) => [JSON.stringify(value), value]),
      );
      return [name, values.size === 1 ? [...values.values()][0] : [...values.values()]];
    }),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
