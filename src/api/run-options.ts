import type { CheckResult, Depth } from '../../schemas/generated/result.js';

/** How a config's targets are tested: the options of the command `run`. */
export interface RunOptions {
  /** Requests a second, per target; replaces the config's. */
  rate?: number;
  /** Requests under way at once, per target; replaces the config's. */
  concurrency?: number;
  /** No target gets more requests than this; replaces the config's. */
  maxRequests?: number;
  /** Where the relative paths of a config given as an object start. Default: the working directory. */
  folder?: string;
  /** Names of targets. Default: all. */
  targets?: readonly string[];
  /** Ids of checks, `*` for any text, or tags: `tag:must`. Default: all. */
  only?: readonly string[];
  /** All but these. */
  skip?: readonly string[];
  /**
   * Checks that targets with `environment: production` are put to besides those that read answers alone: ids, `*` for
   * any text, or tags. Default: none.
   */
  allowProduction?: readonly string[];
  /** Part `index` of `count` of the checks, counted from 1. */
  shard?: { index: number; count: number };
  /** How many inputs a property is tried with. Default `standard`. */
  depth?: Depth;
  /**
   * Of the inputs. Default: one that follows from the catalogue, the same in each run. `random` draws one, to explore;
   * the result has it.
   */
  seed?: number | 'random';
  /** Failed SHOULDs make a target non-conformant. */
  strict?: boolean;
  /** Waits for tokens to expire. */
  slow?: boolean;
  /** Stops the run; what was found by then is the result. */
  signal?: AbortSignal;
  /** Called as each check is done. */
  onCheck?: (check: CheckResult, target: string) => void;
}
