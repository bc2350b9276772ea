import { inflateRawSync } from 'node:zlib';
import type { Packed } from '../../reports/html/packed.js';

/** Unpacks a rendered page: what all its packs hold. */
export function packedIn(page: string): Packed {
  const packed: Packed = { parts: {}, texts: {}, said: [] };
  for (const [, base64 = ''] of page.matchAll(
    /<script type="text\/plain" class="pack">([^<]*)</g,
  )) {
    const one = JSON.parse(inflateRawSync(Buffer.from(base64, 'base64')).toString()) as Packed;
    Object.assign(packed.parts, one.parts);
    Object.assign(packed.texts, one.texts);
    packed.said.push(...one.said);
  }
  return packed;
}

/** All that a page says, what it holds compressed too. */
export function pageText(page: string): string {
  return [page, JSON.stringify(packedIn(page))].join('\n');
}
