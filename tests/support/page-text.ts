import { inflateRawSync } from 'node:zlib';

/** What report.html holds compressed. */
export interface Packed {
  /** Markup by the id of the element that it goes into. */
  parts: Record<string, string>;
  /** Requirements' texts in the other language than the page's, by id. */
  texts: Record<string, { title: string; remedy?: string }>;
}

/** Unpacks a rendered page. */
export function packedIn(page: string): Packed {
  const [, base64 = ''] = /<script type="text\/plain" id="pack">([^<]*)</.exec(page) ?? [];
  return JSON.parse(inflateRawSync(Buffer.from(base64, 'base64')).toString()) as Packed;
}

/** All that a page says, what it holds compressed too. */
export function pageText(page: string): string {
  return [page, JSON.stringify(packedIn(page))].join('\n');
}
