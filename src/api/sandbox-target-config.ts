import type { TargetConfig } from '../../schemas/generated/config.js';

/** A sandbox as the target of a config, with keys and secrets in it as texts. */
export type SandboxTargetConfig = TargetConfig & {
  client: { clientSecret: string; privateKey: string };
};
