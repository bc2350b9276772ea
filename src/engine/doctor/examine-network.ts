import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import type { TargetPlan } from '../plan/plan.js';
import { type DoctorFinding, failure, ok } from './finding.js';

/** Host and port of a target, for a socket. */
export function addressOf({ baseUrl }: Pick<TargetPlan, 'baseUrl'>): {
  host: string;
  port: number;
} {
  const { hostname, port, protocol } = new URL(baseUrl);
  const usual = protocol === 'https:' ? 443 : 80;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usual : Number(port),
  };
}

/** Resolves the host's name; undefined for an address. */
export async function examineName(
  target: Pick<TargetPlan, 'baseUrl'>,
): Promise<DoctorFinding | undefined> {
  const { host } = addressOf(target);
  if (isIP(host) !== 0) return undefined;
  try {
    const found = await lookup(host, { all: true });
    return ok('DNS', `${host} is ${found.map(({ address }) => address).join(', ')}`);
  } catch (error) {
    return failure(
      'DNS',
      `the name ${host} can't be resolved (${(error as NodeJS.ErrnoException).code})`,
      'Check the spelling of the host in baseUrl.',
      'Some names are known only inside a network: is the VPN up?',
      ...proxyRemedies(),
    );
  }
}

/** Opens one connection and closes it; nothing is sent over it. */
export function examineConnection({
  baseUrl,
  limits,
}: Pick<TargetPlan, 'baseUrl' | 'limits'>): Promise<DoctorFinding> {
  const { host, port } = addressOf({ baseUrl });
  const begun = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (finding: DoctorFinding) => {
      socket.destroy();
      resolve(finding);
    };
    socket.setTimeout(limits.timeoutMs, () =>
      end(
        failure(
          'TCP',
          `${host} port ${port} said nothing within ${limits.timeoutMs} ms`,
          "A firewall drops the packets: ask the provider to allow this machine's address.",
          ...proxyRemedies(),
        ),
      ),
    );
    socket.once('connect', () =>
      end(ok('TCP', `${host} port ${port} accepts connections (${ms(performance.now() - begun)})`)),
    );
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      end(
        failure(
          'TCP',
          `nothing accepts connections at ${host} port ${port} (${code})`,
          'Check that the server runs, and that the port in baseUrl is the right one.',
          ...proxyRemedies(),
        ),
      ),
    );
  });
}

function ms(duration: number): string {
  return `${Math.max(1, Math.round(duration))} ms`;
}

/** Warns of proxies in the environment: requests ignore them. */
function proxyRemedies(): string[] {
  const set = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find(
    (name) => process.env[name],
  );
  return set === undefined
    ? []
    : [`${set} is set, but requests go straight to the target: no proxy is used.`];
}
