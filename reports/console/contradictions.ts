import type { TargetResult } from '../../schemas/generated/result.js';
import { visible } from '../shared/visible.js';
import type { Pen } from './target.js';
import { wrap } from './wrap.js';

/**
 * Where the document contradicts itself and both readings pass: each with its place, and which one the target
 * follows. Those of which it showed nothing are in the other reports.
 */
export function contradictionLines(
  { contradictions }: Pick<TargetResult, 'contradictions'>,
  { colors, width }: Pen,
): string[] {
  const shown = contradictions.filter(
    ({ ruling, readings }) => ruling !== 'first' && readings.some(({ taken }) => taken),
  );
  if (shown.length === 0) return [];
  return [
    '',
    `  ${colors.underline('contradictions of the document')}`,
    ...shown.flatMap(({ id, summary, readings }) => [
      `  = ${colors.bold(visible(id))}`,
      ...wrap(summary, { width, first: '    ', rest: '    ' }),
      ...readings.flatMap(({ name, says, place, taken }) =>
        wrap(`${name}: ${says} (${place})${taken ? ', which the target follows' : ''}`, {
          width,
          first: taken ? '    > ' : '      ',
          rest: '      ',
        }).map((line) => (taken ? line : colors.dim(line))),
      ),
    ]),
  ];
}
