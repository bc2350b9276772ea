import type { TargetConfig } from '../../schemas/generated/config.js';
import { InputProblem } from '../engine/input-problem.js';
import { suggestion } from '../engine/nearest-name.js';
import { faults } from '../sandbox/faults/index.js';
import { variations } from '../sandbox/variations.js';
import { freshClients, startSandboxTarget } from './sandbox-target.js';

/** What a sandbox is started with. */
export interface SandboxOptions {
  /** What it keeps to: a shipped profile, or a path. Default `snap-bi`. */
  profile?: string;
  /** Whom it plays. Default: the profile's role. */
  role?: 'provider' | 'merchant';
  /** Names of faults; `snap-conformance serve --list-faults` shows all. */
  faults?: readonly string[];
  /** Names of harmless variations. */
  variations?: readonly string[];
  /** Default: any free one. */
  port?: number;
}

/** A sandbox that runs on this machine. */
export interface RunningSandbox {
  /** Base URL without a path. */
  url: string;
  /** The target of a config that tests it: address, keys and secrets of two registered clients. */
  target: TargetConfig;
  /** Requests received so far. */
  readonly requests: number;
  /** Stops it and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts the embedded provider, which keeps to a profile but for the faults that are switched on.
 *
 * @throws InputProblem for an unknown profile, fault or variation, and a port that can't be had.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { profile = 'snap-bi', role, port } = options;
  const names = options.variations ?? [];
  requireKnown('variation', names, variations);
  const { sandbox, target } = await startSandboxTarget({
    name: 'sandbox',
    profile,
    clients: await freshClients(),
    faults: requireKnown('fault', options.faults ?? [], faults),
    variations: names,
    ...(role && { role }),
    ...(port !== undefined && { port }),
  });
  return {
    url: sandbox.url,
    target,
    get requests() {
      return sandbox.requests;
    },
    close: () => sandbox.close(),
  };
}

function requireKnown<T extends { name: string }>(
  what: string,
  names: readonly string[],
  entries: readonly T[],
): T[] {
  return names.map((name) => {
    const entry = entries.find((each) => each.name === name);
    if (entry) return entry;
    const known = entries.map((each) => each.name);
    throw new InputProblem(`there is no ${what} "${name}"`, { remedy: suggestion(name, known) });
  });
}
