import { escapeRegExp } from '../input/text.js';
import { isCalledOnce } from '../plan/called-once.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { Catalogue, Requirement } from './catalogue.js';

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
export function allTags(catalogue: Catalogue): string[] {
  const tags = [...catalogue.values()].flatMap(tagsOf);
  return [...new Set(tags)].map((tag) => `${tagMark}${tag}`);
}

/** True if what the user wrote chooses a check: an id, `*` for any text, or `tag:` and a tag of it. */
export function fitsPattern(catalogue: Catalogue, id: string, pattern: string): boolean {
  if (!pattern.startsWith(tagMark)) return fitsGlob(id, pattern);
  const requirement = catalogue.get(id);
  const tag = pattern.slice(tagMark.length).toLowerCase();
  return requirement !== undefined && tagsOf(requirement).includes(tag);
}

const patterns = new Map<string, RegExp>();

/** True if a pattern fits a check id: `*` stands for any text, slashes included. */
export function fitsGlob(id: string, glob: string): boolean {
  const pattern = patterns.get(glob) ?? patternOf(glob);
  patterns.set(glob, pattern);
  return pattern.test(id);
}

function patternOf(glob: string): RegExp {
  const parts = glob.split('*').map(escapeRegExp);
  return new RegExp(`^${parts.join('.*')}$`);
}

/** What of a plan chooses checks. */
export type Choice = Pick<RunPlan, 'only' | 'skip' | 'shard'>;

/**
 * The ids that a choice leaves, for one target those that it gets, in the catalogue's order; of a sharded run
 * every `count`th, from `index` (1-based) on. Of a service that may be carried out once alone the first shard gets all.
 */
export function chooseIds(
  catalogue: Catalogue,
  { only, skip, shard }: Choice,
  target: Pick<TargetPlan, 'only' | 'partOf' | 'transaction'> = {},
): string[] {
  const fits = (id: string) => (pattern: string) => fitsPattern(catalogue, id, pattern);
  return [...catalogue.keys()]
    .filter((id) => target.only?.includes(id) ?? true)
    .filter((id) => target.partOf === undefined || callsService(id))
    .filter((id) => (only.length === 0 || only.some(fits(id))) && !skip.some(fits(id)))
    .filter((id, position) => {
      if (!shard) return true;
      const whole = isCalledOnce(target) && callsService(id);
      return (whole ? 0 : position % shard.count) === shard.index - 1;
    });
}

/** True for a check of the service that is called with the target's tokens: its control is a call. */
function callsService(id: string): boolean {
  return id.startsWith('transaction/');
}
