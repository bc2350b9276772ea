import { requireNames } from '../engine/input/require-names.js';
import { faults } from '../sandbox/faults/index.js';
import { variations } from '../sandbox/variations/index.js';
import { freshClients, startConfiguredSandbox } from './configured-sandbox.js';
import type { SandboxTargetConfig } from './sandbox-target-config.js';

/** How a sandbox is started. */
export interface SandboxOptions {
  /** The profile it keeps to: a shipped one, or a path. Default `snap-bi`. */
  profile?: string;
  /** Which side it plays. Default: the profile's role. */
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
  target: SandboxTargetConfig;
  /** Requests received so far. */
  readonly requests: number;
  /** Stops it and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts the embedded provider, which keeps to a profile except for the faults that are switched on.
 *
 * @throws InputProblem for an unknown profile, fault or variation, and a port that isn't available.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { profile = 'snap-bi', role, port } = options;
  const names = options.variations ?? [];
  requireNames(
    'variation',
    names,
    variations.map(({ name }) => name),
  );
  const wanted = options.faults ?? [];
  requireNames(
    'fault',
    wanted,
    faults.map(({ name }) => name),
    '`snap-conformance serve --list-faults` shows all.',
  );
  const { sandbox, target } = await startConfiguredSandbox({
    name: 'sandbox',
    profile,
    clients: await freshClients(),
    faults: faults.filter(({ name }) => wanted.includes(name)),
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
