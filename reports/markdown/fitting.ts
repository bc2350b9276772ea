import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/**
 * As many items as fit, each whole, in their order; if some are left out, a last line counts them.
 *
 * @param most Bytes of UTF-8. What stands before and after the items is always written.
 */
export function fitting(
  head: string,
  parts: readonly { before: string; items: readonly string[]; after: string }[],
  most: number,
  lang: Language = 'en',
): string {
  const last = (count: number) => `\n${render(say('report/markdown/no-room', { count }), lang)}\n`;
  const frame = parts.map(({ before, after }) => before + after).join('');
  let room = most - bytes(head) - bytes(frame) - bytes(last(Number.MAX_SAFE_INTEGER));
  let left = 0;
  const texts = parts.map(({ before, items, after }) => {
    const kept = items.filter((item) => {
      // After one that has no room, no smaller one takes its place.
      if (left > 0 || bytes(item) > room) left += 1;
      else room -= bytes(item);
      return left === 0;
    });
    return before + kept.join('') + after;
  });
  return head + texts.join('') + (left > 0 ? last(left) : '');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
