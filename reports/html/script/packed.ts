import type { Packed } from '../packed.js';
import { byId, root } from './elements.js';

/** What the page holds compressed; empty until it is unpacked, and if the browser can't unpack it. */
export let packed: Packed = { parts: {}, texts: {} };

/** Fulfilled when `packed` is ready. Never fails: a browser that can't unpack has the plain page. */
export const unpacked: Promise<void> = unpack().catch(() => {});

async function unpack(): Promise<void> {
  const base64 = byId('pack', HTMLScriptElement).textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  packed = (await new Response(stream).json()) as Packed;
  root.classList.add('unpacked');
}
