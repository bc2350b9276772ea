import picocolors from 'picocolors';
import { wrap } from '../../../reports/console/wrap.js';
import { overHttpsAlone } from '../../api/require-http-faults.js';
import { type Requirement, shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { fitsGlob } from '../../engine/catalogue/choose.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { shellWords } from '../../engine/input/text.js';
import { shippedProfiles } from '../../engine/profile/profile.js';
import { remedyFor } from '../list/choice.js';
import { levelsOf } from '../list/entries.js';
import { asTable } from '../list/list-text.js';
import { faultsTripping, serveWords } from '../shared/fault-names.js';
import type { Terminal } from '../shared/terminal.js';

/**
 * A requirement in words; a list if an area or a pattern matches several.
 *
 * @param profile Its level is shown in addition to those of the shipped ones.
 * @throws InputProblem when nothing has that id, with the nearest one.
 */
export function explainText(asked: string, terminal: Terminal, profile?: string): string {
  const fitting = requirementsAsked(asked);
  const [first, ...more] = fitting;
  const requirement = first === undefined ? undefined : shippedCatalogue().get(first);
  if (!requirement) {
    const remedy = remedyFor(shippedCatalogue(), asked);
    throw new InputProblem('unknown-requirement', `there is no requirement "${asked}"`, { remedy });
  }
  return more.length > 0
    ? asTable(fitting, profile ?? 'snap-bi', terminal.columns)
    : explained(requirement, terminal, profile);
}

/** The ids that are meant: of one requirement, of an area, or of all that a pattern matches; may be none. */
export function requirementsAsked(asked: string): string[] {
  const ids = [...shippedCatalogue().keys()];
  return (
    [asked, `*/${asked}`, `${asked}/*`, `*/${asked}/*`]
      .map((glob) => ids.filter((id) => fitsGlob(id, glob)))
      .find((found) => found.length > 0) ?? []
  );
}

function explained(
  requirement: Requirement,
  { color, width }: Terminal,
  profile: string | undefined,
): string {
  const { id, title, statement, rationale, remedy, sources, unproven } = requirement;
  const { bold, dim } = picocolors.createColors(color);
  const text = (words: string) => wrap(words, { width, first: '  ', rest: '  ' });
  const part = (name: string, lines: readonly string[]) => ['', bold(name), ...lines];
  const tripping = faultsTripping(id);
  const alone = ['snap-conformance', 'run', '--only', id];
  const faults = tripping.flatMap((fault) => [
    `  ${fault.tls === undefined ? shellWords(serveWords(fault)) : `${fault.name}: ${overHttpsAlone}`}`,
    ...wrap(fault.title, { width, first: '    ', rest: '    ' }).map(dim),
  ]);
  return [
    bold(id),
    ...wrap(title, { width, first: '', rest: '' }),
    ...part('Requirement', text(statement)),
    ...part('Why', text(rationale)),
    ...part('Remedy', text(remedy)),
    ...part('Levels', levelLines(requirement, width, profile)),
    ...part(
      'Sources',
      sources.flatMap(({ at, word }) =>
        wrap(`${at} (${word})`, { width, first: '  - ', rest: '    ' }),
      ),
    ),
    ...(faults.length > 0 ? part('See it fail', faults) : []),
    ...(unproven === undefined ? [] : part('No fault of the sandbox trips it', text(unproven))),
    ...part('Run it alone', [
      `  ${shellWords([...alone, ...(tripping.some(({ slow }) => slow) ? ['--slow'] : [])])}`,
    ]),
  ].join('\n');
}

function levelLines(
  requirement: Requirement,
  width: number,
  profile: string | undefined,
): string[] {
  const names = [...new Set([...shippedProfiles(), ...(profile === undefined ? [] : [profile])])];
  const levels = levelsOf(requirement, names);
  const longest = Math.max(...levels.map(({ profile }) => profile.length));
  return levels.flatMap(({ profile, level, because }) =>
    wrap(because === undefined ? level : `${level}: ${because}`, {
      width,
      first: `  ${profile.padEnd(longest)}  `,
      rest: ' '.repeat(longest + 4),
    }),
  );
}
