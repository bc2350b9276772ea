import { visible } from '../shared/visible.js';

/**
 * Text for a SARIF message. In it, `{0}` would be a placeholder (§3.11.5) and `[words](target)` a link (§3.11.6),
 * whoever wrote it. So braces are doubled, and the bracket that would end a link's words is escaped, as those sections
 * say.
 */
export function sarifText(text: string): string {
  return visible(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\](?=\()/g, String.raw`\]`);
}
