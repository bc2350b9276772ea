import type {
  CodeSource as CodeSourceConfig,
  CustomerConfig,
  TargetConfig,
} from '../../../schemas/generated/config.js';
import type { CodeSource, CustomerPlan } from '../plan/plan.js';
import { type NetworkPlace, wayBesides } from './network/way-of.js';

/** The customer that a target's config names, with the way to where codes come from. */
export function customerOf(
  { authCodes, expiredAuthCodes, deviceId = 'snap-conformance', headers = {} }: CustomerConfig,
  target: TargetConfig,
  folder: string,
  network: NetworkPlace,
): CustomerPlan {
  const source = (written: CodeSourceConfig): CodeSource => {
    if (Array.isArray(written)) return { codes: written };
    if ('command' in written) return { command: written.command, folder };
    const { url, method = 'POST' } = written;
    // What is no URL fails when a code is asked for, in words.
    return { url, method, ...(URL.canParse(url) && wayBesides(new URL(url), target, network)) };
  };
  return {
    authCodes: source(authCodes),
    ...(expiredAuthCodes && { expiredAuthCodes: source(expiredAuthCodes) }),
    deviceId,
    headers,
  };
}
