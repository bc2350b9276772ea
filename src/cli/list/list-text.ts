import { wrap } from '../../../reports/console/wrap.js';
import { shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { textsIn } from '../../engine/catalogue/texts-in.js';
import type { Language } from '../../messages/message.js';
import { choose } from './choice.js';
import type { ListFlags } from './command.js';
import { levelsOf, requirementsOf } from './entries.js';

/**
 * The requirements that the options choose: as a table, or JSON.
 *
 * @param columns Characters that fit into a line.
 * @throws InputProblem for a pattern that matches none, and an unknown profile.
 */
export function listText(
  { profile, only = [], skip = [], json, lang }: ListFlags,
  columns: number,
): string {
  const ids = choose(shippedCatalogue(), { only, skip });
  return json ? asJson(ids, profile) : asTable(ids, { profile, columns, ...(lang && { lang }) });
}

/** Requirements as lines of id, level and title; if that is too wide, with the title below. */
export function asTable(
  ids: readonly string[],
  { profile, columns, lang = 'en' }: { profile: string; columns: number; lang?: Language },
): string {
  const rows = requirementsOf(ids).map((requirement) => {
    const [under] = levelsOf(requirement, [profile]);
    const { id, level } = requirement;
    return { id, title: textsIn(requirement, lang).title, level: under?.level ?? level };
  });
  const idWidth = Math.max(...rows.map(({ id }) => id.length));
  const levelWidth = Math.max(...rows.map(({ level }) => level.length));
  const titleWidth = Math.max(...rows.map(({ title }) => title.length));
  const narrow = idWidth + levelWidth + titleWidth + 4 > columns;
  const indent = ' '.repeat(levelWidth + 2);
  return rows
    .flatMap(({ id, level, title }) =>
      narrow
        ? [
            `${level.padEnd(levelWidth)}  ${id}`,
            ...wrap(title, { width: columns, first: indent, rest: indent }),
          ]
        : [`${id.padEnd(idWidth)}  ${level.padEnd(levelWidth)}  ${title}`],
    )
    .join('\n');
}

function asJson(ids: readonly string[], profile: string): string {
  const entries = requirementsOf(ids).map((requirement) => {
    const { id, title, kind, sources } = requirement;
    const [under] = levelsOf(requirement, [profile]);
    const levels = levelsOf(requirement).map((other) => [other.profile, other.level]);
    const { level, because } = under ?? {};
    return {
      id,
      level,
      because,
      title,
      kind,
      sources: sources.map(({ at }) => at),
      profiles: Object.fromEntries(levels),
    };
  });
  return JSON.stringify(entries, undefined, 2);
}
