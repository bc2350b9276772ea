import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds fault with, in short, and how many elements its rules were held to. */
export async function examined(
  page: Page,
  options: RunOptions = {},
): Promise<{ violations: string[]; held: number }> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(options)})`,
  );
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    ),
    held: passes.reduce((sum, { nodes }) => sum + nodes.length, 0),
  };
}
