import { namesOf } from './calls-of.js';
import { chooseCalls } from './choose-targets.js';
import type { LoadedConfig } from './config.js';

/** Names of a config's targets and of their further services that aren't among the chosen ones; none chosen means all. */
export function targetsLeftOut(loaded: LoadedConfig, names: readonly string[] = []): string[] {
  const chosen = chooseCalls(loaded, names).flatMap(({ target, calls }) => {
    const all = namesOf(target);
    return calls.flatMap((call) => all[call] ?? []);
  });
  return loaded.config.targets.flatMap(namesOf).filter((name) => !chosen.includes(name));
}
