import type { CheckContext } from '../../src/engine/checks/check.js';

/**
 * The config's own body with one more member under additionalInfo, which every service of the standard
 * lets a caller fill (ASPI: additionalInfo, Object, optional), as compact JSON.
 *
 * @param text The member's value as JSON text: its spelling is kept.
 */
export function bodyWith({ session }: CheckContext<'transaction'>, text: string): string {
  const own = session.target.transaction?.body;
  const members = typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {};
  const { additionalInfo: _, ...others } = members as Record<string, unknown>;
  const rest = JSON.stringify(others).slice(1, -1);
  return `{${rest}${rest === '' ? '' : ','}"additionalInfo":{"snapConformance":${text}}}`;
}
