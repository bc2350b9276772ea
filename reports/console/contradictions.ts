import type { TargetResult } from '../../schemas/generated/result.js';
import { say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import type { Lookup } from '../shared/lookup.js';
import { visible } from '../shared/visible.js';
import type { Pen } from './target.js';
import { wrap } from './wrap.js';

/**
 * The contradictions of the document whose readings both pass, and the reading that the target follows. The other
 * reports also have the readings with their places, and the contradictions on which the target showed nothing.
 */
export function contradictionLines(
  { lang }: Pick<Lookup, 'lang'>,
  { contradictions }: Pick<TargetResult, 'contradictions'>,
  { colors, width }: Pen,
): string[] {
  const shown = contradictions.filter(
    ({ ruling, readings }) => ruling !== 'first' && readings.some(({ taken }) => taken),
  );
  if (shown.length === 0) return [];
  return [
    '',
    `  ${colors.underline(render(say('report/console/contradictions'), lang))}`,
    ...shown.flatMap(({ id, summary, readings }) => {
      const followed = readings.filter(({ taken }) => taken).map(({ name }) => name);
      const told = render(say('report/console/follows', { summary, followed }), lang);
      const text = `${visible(id)}: ${told}`;
      return wrap(text, { width, first: '  = ', rest: '    ' });
    }),
  ];
}
