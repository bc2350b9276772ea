import type { TargetConfig } from '../../../../schemas/generated/config.js';
import type { Way } from '../../plan/plan.js';
import type { CredentialReader } from '../secrets/credential-reader.js';
import { proxyOf } from './proxy-of.js';
import { resolveOf } from './resolve-of.js';
import { requireTls } from './tls-files.js';

/** Where a target's way is read from. */
export interface NetworkPlace {
  /** Of the config. */
  file: string;
  /** Of the target. */
  pointer: string;
  environment: NodeJS.ProcessEnv;
  read: CredentialReader;
}

/**
 * How connections to a target are made.
 *
 * @throws InputProblem when proxy, certificates or `resolve` are invalid.
 */
export function wayOf(url: URL, target: TargetConfig, network: NetworkPlace): Way {
  const { file, pointer } = network;
  const resolve = resolveOf(url.hostname, target.resolve, { file, pointer: `${pointer}/resolve` });
  return {
    ...proxyOf(url, { ...network, config: target.proxy, pointer: `${pointer}/proxy` }),
    ...(resolve && { resolve }),
    ...(target.http2 && { http2: true as const }),
    tls: tlsOf(target, network),
  };
}

/** The way to a URL besides the target's: that of the target, if it is on its host, but for the client certificate. */
export function wayBesides(
  url: URL,
  target: TargetConfig,
  network: NetworkPlace,
): Pick<Way, 'proxy' | 'resolve'> {
  const { file, pointer } = network;
  const own = url.hostname === new URL(target.baseUrl).hostname;
  const resolve = resolveOf(url.hostname, target.resolve, { file, pointer: `${pointer}/resolve` });
  const config = own ? target.proxy : undefined;
  const { proxy } = proxyOf(url, { ...network, config, pointer: `${pointer}/proxy` });
  return { ...(proxy && { proxy }), ...(resolve && { resolve }) };
}

function tlsOf({ tls = {} }: TargetConfig, { file, pointer, read }: NetworkPlace): Way['tls'] {
  const at = `${pointer}/tls`;
  const ca = tls.ca && read.pem(tls.ca, `${at}/ca`);
  const cert = tls.cert && read.pem(tls.cert, `${at}/cert`);
  const key = tls.key && read.tlsKey(tls.key, `${at}/key`);
  const keystore = tls.pfx && read.pfx(tls.pfx, `${at}/pfx`);
  const plan = {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...keystore,
  };
  requireTls(plan, tls, { file, pointer: at });
  return plan;
}
