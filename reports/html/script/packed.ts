import type { Packed } from '../packed.js';
import { root } from './shared/by-id.js';

/** What the page holds compressed; empty until it is unpacked, and if the browser can't unpack it. */
export const packed: Packed = { parts: {}, texts: {} };

/** Fulfilled when `packed` is ready. Never fails: a browser that can't unpack has the plain page. */
export const unpacked: Promise<void> = unpack().catch(() => {});

async function unpack(): Promise<void> {
  for (const element of document.querySelectorAll('script.pack')) {
    const { parts, texts } = await unpackOne(element.textContent ?? '');
    Object.assign(packed.parts, parts);
    Object.assign(packed.texts, texts);
  }
  root.classList.add('unpacked');
}

async function unpackOne(base64: string): Promise<Packed> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(stream).json()) as Packed;
}
