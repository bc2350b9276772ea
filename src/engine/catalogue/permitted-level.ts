import type { RequirementSource } from '../../../schemas/generated/requirements.js';
import type { Requirement } from './catalogue.js';

type Level = Requirement['level'];

const levels: readonly Level[] = ['MAY', 'SHOULD', 'MUST'];

/** What a server can be asked by a source that speaks so. */
const permits: Readonly<Record<RequirementSource['word'], Level>> = {
  must: 'MUST',
  states: 'MUST',
  should: 'SHOULD',
  shows: 'SHOULD',
  may: 'MAY',
};

/** The highest level that a requirement may have: that of the strongest word among its sources. */
export function permittedLevel(sources: readonly RequirementSource[]): Level {
  const ranks = sources.map(({ word }) => levels.indexOf(permits[word]));
  return levels[Math.max(...ranks)] ?? 'MAY';
}

/** True if the first level asks for more than the second. */
export function isAbove(level: Level, other: Level): boolean {
  return levels.indexOf(level) > levels.indexOf(other);
}
