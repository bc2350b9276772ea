import type { Catalogue } from '../../engine/catalogue/catalogue.js';
import {
  allTags,
  type Choice,
  chooseIds,
  fitsGlob,
  fitsPattern,
} from '../../engine/catalogue/choose.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { nearestName } from '../../engine/input/nearest-name.js';

/**
 * The ids that a choice leaves, in the catalogue's order.
 *
 * @throws InputProblem for a pattern that matches no check, which is a typing error, and when nothing is left.
 */
export function choose(catalogue: Catalogue, choice: Choice): string[] {
  requireFitting(catalogue, '--only', choice.only);
  requireFitting(catalogue, '--skip', choice.skip);
  const { only, skip } = choice;
  const whole = chooseIds(catalogue, { only, skip });
  if (whole.length === 0)
    throw new InputProblem('no-check-chosen', '--skip leaves none of the checks of --only');
  const chosen = chooseIds(catalogue, choice);
  if (chosen.length > 0) return chosen;
  throw new InputProblem(
    'no-check-chosen',
    `--shard ${choice.shard?.index}/${choice.shard?.count} gets no check: there are ${whole.length} to share`,
  );
}

/** @throws InputProblem for a pattern of an option that matches no check. */
export function requireFitting(
  catalogue: Catalogue,
  option: string,
  patterns: readonly string[],
): void {
  const ids = [...catalogue.keys()];
  const idle = patterns.find((glob) => !ids.some((id) => fitsPattern(catalogue, id, glob)));
  if (idle === undefined) return;
  throw new InputProblem('no-check-chosen', `no check matches ${option} ${idle}`, {
    remedy: remedyFor(catalogue, idle),
  });
}

/** What may have been meant by a pattern that matches nothing. */
export function remedyFor(catalogue: Catalogue, pattern: string): string {
  const ids = [...catalogue.keys()];
  if (pattern.startsWith('tag:')) {
    const tag = nearestName(pattern, allTags(catalogue));
    return `${tag === undefined ? '' : `Did you mean "${tag}"? `}Tags: ${allTags(catalogue).join(', ')}.`;
  }
  const bare = pattern.replaceAll('*', '');
  const wider = `*${bare}*`;
  const fitting = bare === '' ? 0 : ids.filter((id) => fitsGlob(id, wider)).length;
  const near = fitting > 0 ? wider : nearestName(bare, [...ids, ...lastParts(ids)]);
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  return `${meant}\`snap-conformance list\` shows all ids; * stands for any text.`;
}

function lastParts(ids: readonly string[]): string[] {
  return ids.map((id) => `*/${id.split('/').at(-1)}`);
}
