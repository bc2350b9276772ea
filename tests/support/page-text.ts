import { inflateRawSync } from 'node:zlib';
import type { Packed } from '../../reports/html/packed.js';

/** Unpacks a rendered page. */
export function packedIn(page: string): Packed {
  const [, base64 = ''] = /<script type="text\/plain" id="pack">([^<]*)</.exec(page) ?? [];
  return JSON.parse(inflateRawSync(Buffer.from(base64, 'base64')).toString()) as Packed;
}

/** All that a page says, what it holds compressed too. */
export function pageText(page: string): string {
  return [page, JSON.stringify(packedIn(page))].join('\n');
}
