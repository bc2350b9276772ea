import { BlockList, isIP } from 'node:net';

/**
 * The entry of a NO_PROXY that names a host: `*`, a host with all below it (`example.com`, `.example.com`), an address,
 * a network (`10.0.0.0/8`), each with a port if only that is meant.
 *
 * @param host without the brackets of an IPv6 address
 * @returns the entry as it is written; undefined if none names the host
 */
export function noProxyEntry(noProxy: string, host: string, port: number): string | undefined {
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .find((entry) => names(entry.toLowerCase(), host.toLowerCase(), port));
}

function names(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return isWithin(entry, host);
  const [, bracketed, plain = '', ofPort] = /^(?:\[(.+)\]|([^:]*|.*:.*:.*?))(?::(\d+))?$/.exec(
    isIP(entry) === 6 ? `[${entry}]` : entry,
  ) ?? [undefined, undefined, entry, undefined];
  if (ofPort !== undefined && Number(ofPort) !== port) return false;
  const name = (bracketed ?? plain).replace(/^\*?\./, '');
  if (name === '') return false;
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

/** Whether an address is of a network in CIDR notation. */
function isWithin(network: string, host: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || !/^\d+$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(address, Number(bits), kind);
  return list.check(host, kind);
}
