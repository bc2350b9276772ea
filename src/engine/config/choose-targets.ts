import type { TargetConfig } from '../../../schemas/generated/config.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import { callsOf, namesOf } from './calls-of.js';
import type { LoadedConfig } from './config.js';

/** A target of a config, its place there, and which of its services are tested, by their places. */
export interface ChosenTarget {
  target: TargetConfig;
  index: number;
  /** 0 stands for the target itself, with the first of its services. */
  calls: number[];
}

/**
 * What `--target` names: a target with all its services, or one of several services alone, `bank/27`. Without any name
 * all targets.
 *
 * @throws InputProblem for a name that there isn't.
 */
export function chooseCalls(
  { config, file }: LoadedConfig,
  names: readonly string[],
): ChosenTarget[] {
  const all = config.targets.map((target, index) => ({ target, index, calls: placesOf(target) }));
  if (names.length === 0) return all;
  const known = config.targets.flatMap((target) => [target.name, ...aloneNames(target)]);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new InputProblem('unknown-target', `there is no target "${name}"`, {
      file,
      pointer: '/targets',
      remedy: suggestion(name, known),
    });
  }
  return all.flatMap(({ target, index, calls }) => {
    const alone = aloneNames(target);
    const chosen = names.includes(target.name)
      ? calls
      : calls.filter((call) => names.includes(alone[call] ?? ''));
    return chosen.length === 0 ? [] : [{ target, index, calls: chosen }];
  });
}

/** The targets that {@link chooseCalls} chooses, whichever of their services. */
export function chooseTargets(
  loaded: LoadedConfig,
  names: readonly string[],
): [TargetConfig, number][] {
  return chooseCalls(loaded, names).map(({ target, index }) => [target, index]);
}

function placesOf(target: TargetConfig): number[] {
  return namesOf(target).map((_, call) => call);
}

/** Names of the services of a target that has several. */
function aloneNames(target: TargetConfig): string[] {
  const calls = callsOf(target);
  return calls.length > 1 ? calls.map(({ name }) => name) : [];
}
