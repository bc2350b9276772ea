import type { Config } from '../../schemas/generated/config.js';
import type { Result } from '../../schemas/generated/result.js';
import { run } from '../engine/run/run.js';
import { planOfConfig } from './plan-of-config.js';
import type { RunOptions } from './run-options.js';

/**
 * Tests the targets of a config.
 *
 * @param config The config, or the path of its file.
 * @throws InputProblem, before anything is sent, when the config or an option is invalid.
 */
export async function runConfig(
  config: Config | string,
  options: RunOptions = {},
): Promise<Result> {
  const { onCheck, strict, signal } = options;
  return run(await planOfConfig(config, options), {
    ...(strict && { strict }),
    ...(signal && { signal }),
    ...(onCheck && { onCheck: ({ check, target }) => onCheck(check, target) }),
  });
}
