import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Endpoint } from '../http/transport.js';
import { addressOf, destinationOf, openSocket } from '../http/way/open-socket.js';
import { ProxyError } from '../http/way/proxy-error.js';
import type { TargetPlan } from '../plan/plan.js';
import { type DoctorFinding, failure, ok } from './finding.js';

/** Which proxy is used and what says so, or why none is; undefined when there is none. */
export function examineProxy({ proxy, unproxied }: TargetPlan): DoctorFinding | undefined {
  if (proxy) {
    const credentials = proxy.authorization === undefined ? 'without' : 'with';
    return ok('proxy', `${proxy.url}, ${credentials} credentials (by ${proxy.from})`);
  }
  return unproxied === undefined ? undefined : ok('proxy', `none: ${unproxied}`);
}

/**
 * Resolves the name that connections go to: the target's, the one that the config has instead, or the proxy's, which
 * resolves the target's itself. Undefined for an address.
 */
export async function examineName({
  baseUrl,
  proxy,
  resolve,
}: TargetPlan): Promise<DoctorFinding | undefined> {
  const url = new URL(baseUrl);
  const { host } = proxy
    ? addressOf(new URL(proxy.url))
    : destinationOf(url, { ...(resolve && { resolve }) });
  const instead =
    resolve && !proxy
      ? ok('DNS', `${addressOf(url).host} is ${shown(resolve)} by resolve`)
      : undefined;
  if (isIP(host) !== 0) return instead;
  try {
    const found = await lookup(host, { all: true });
    return instead ?? ok('DNS', `${host} is ${found.map(({ address }) => address).join(', ')}`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const what = `the name ${host} can't be resolved (${code})`;
    return proxy
      ? failure('DNS', `${what}: it is the proxy's`, `Check the host in ${proxy.from}.`)
      : failure(
          'DNS',
          what,
          `Check the spelling of the host in ${resolve ? 'resolve' : 'baseUrl'}.`,
          'Some names are known only inside a network: is the VPN up?',
        );
  }
}

/** Opens one connection and closes it; nothing is sent over it. */
export async function examineConnection(target: Endpoint): Promise<DoctorFinding> {
  const { baseUrl, limits, proxy } = target;
  const url = new URL(baseUrl);
  const { host, port } = destinationOf(url, target);
  const about = proxy ? 'tunnel' : 'TCP';
  const begun = performance.now();
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const socket = await openSocket(url, target, signal);
    socket.destroy();
    const took = ms(performance.now() - begun);
    return ok(
      about,
      proxy
        ? `the proxy connects to ${host} port ${port} (${took})`
        : `${host} port ${port} accepts connections (${took})`,
    );
  } catch (error) {
    if (error instanceof ProxyError) return proxyFailure(error, host, port, proxy?.from ?? '');
    if (signal.aborted)
      return failure(
        about,
        `${host} port ${port} said nothing within ${limits.timeoutMs} ms`,
        "A firewall drops the packets: ask the provider to allow this machine's address.",
      );
    return failure(
      about,
      `nothing accepts connections at ${host} port ${port} (${(error as NodeJS.ErrnoException).code})`,
      'Check that the server runs, and that the port in baseUrl is the right one.',
    );
  }
}

function proxyFailure(
  { proxy, reason }: ProxyError,
  host: string,
  port: number,
  from: string,
): DoctorFinding {
  if ('error' in reason)
    return failure(
      'tunnel',
      `nothing answers as a proxy at ${proxy} (${reason.error})`,
      `Check host and port in ${from}, and that the proxy runs.`,
    );
  const said = `${reason.status} ${reason.statusText}`.trim();
  if (reason.status === 407 || reason.status === 401)
    return failure(
      'tunnel',
      `the proxy ${proxy} asks for credentials (${said})`,
      `Give it the right ones in ${from}: user name and password.`,
    );
  return failure(
    'tunnel',
    `the proxy ${proxy} makes no tunnel to ${host} port ${port} (${said})`,
    ...(reason.status >= 500
      ? [`Check that the server runs, and that the proxy can reach it.`]
      : ['Ask who runs the proxy to allow CONNECT to this host and port.']),
    'Or go without it, if there is another way: name the host in NO_PROXY, or write "proxy": false.',
  );
}

function shown({ address, port }: NonNullable<TargetPlan['resolve']>): string {
  return port === undefined ? address : `${address} port ${port}`;
}

function ms(duration: number): string {
  return `${Math.max(1, Math.round(duration))} ms`;
}
