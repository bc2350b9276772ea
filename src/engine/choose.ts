import type { RunPlan, TargetPlan } from './plan.js';

const patterns = new Map<string, RegExp>();

/** True where a pattern fits a check id: `*` stands for any text, slashes included. */
export function fitsGlob(id: string, glob: string): boolean {
  const pattern = patterns.get(glob) ?? patternOf(glob);
  patterns.set(glob, pattern);
  return pattern.test(id);
}

function patternOf(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** True for a check that the plan's `only` and `skip` choose. */
export function isChosen(id: string, { only, skip }: Pick<RunPlan, 'only' | 'skip'>): boolean {
  return (
    (only.length === 0 || only.some((glob) => fitsGlob(id, glob))) &&
    !skip.some((glob) => fitsGlob(id, glob))
  );
}

/** The chosen ids, for one target those that it gets, in order; of a sharded run every `count`th, from `index` (1-based) on. */
export function chooseIds(
  ids: readonly string[],
  plan: Pick<RunPlan, 'only' | 'skip' | 'shard'>,
  target: Pick<TargetPlan, 'only'> = {},
): string[] {
  const { shard } = plan;
  return ids
    .filter((id) => target.only?.includes(id) ?? true)
    .filter((id) => isChosen(id, plan))
    .filter((_, position) => !shard || position % shard.count === shard.index - 1);
}
