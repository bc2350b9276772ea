import type { LoadedConfig } from './config.js';

/** Names of a config's targets that aren't among the chosen ones; none chosen means all. */
export function targetsLeftOut({ config }: LoadedConfig, chosen: readonly string[] = []): string[] {
  const names = config.targets.map(({ name }) => name);
  return chosen.length === 0 ? [] : names.filter((name) => !chosen.includes(name));
}
