import { escapeRegExp } from '../input/text.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { loadCatalogue, type Requirement } from './catalogue.js';

const tagMark = 'tag:';

/** The tags of a requirement: its own level, its kind, its service, and its area without the service. */
export function tagsOf({
  level,
  kind,
  area,
}: Pick<Requirement, 'level' | 'kind' | 'area'>): string[] {
  return [level.toLowerCase(), kind, ...area.split('/')];
}

/** Every tag that a requirement has, with the mark that tells it from an id: `tag:must`. */
export function allTags(): string[] {
  const tags = [...loadCatalogue().values()].flatMap(tagsOf);
  return [...new Set(tags)].map((tag) => `${tagMark}${tag}`);
}

/** True where what the user wrote chooses a check: an id, `*` for any text, or `tag:` and a tag of it. */
export function fitsPattern(id: string, pattern: string): boolean {
  if (!pattern.startsWith(tagMark)) return fitsGlob(id, pattern);
  const requirement = loadCatalogue().get(id);
  const tag = pattern.slice(tagMark.length).toLowerCase();
  return requirement !== undefined && tagsOf(requirement).includes(tag);
}

const patterns = new Map<string, RegExp>();

/** True where a pattern fits a check id: `*` stands for any text, slashes included. */
export function fitsGlob(id: string, glob: string): boolean {
  const pattern = patterns.get(glob) ?? patternOf(glob);
  patterns.set(glob, pattern);
  return pattern.test(id);
}

function patternOf(glob: string): RegExp {
  const parts = glob.split('*').map(escapeRegExp);
  return new RegExp(`^${parts.join('.*')}$`);
}

/** True for a check that the plan's `only` and `skip` choose. */
export function isChosen(id: string, { only, skip }: Pick<RunPlan, 'only' | 'skip'>): boolean {
  return (
    (only.length === 0 || only.some((pattern) => fitsPattern(id, pattern))) &&
    !skip.some((pattern) => fitsPattern(id, pattern))
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
