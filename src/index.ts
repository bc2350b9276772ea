import type { Config } from '../schemas/generated/config.js';

export type { Config } from '../schemas/generated/config.js';
export type { Result } from '../schemas/generated/result.js';

/** Gives a config back as it is: for its types, in `snap.config.ts`. */
export function defineConfig(config: Config): Config {
  return config;
}
