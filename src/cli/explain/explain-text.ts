import picocolors from 'picocolors';
import { wrap } from '../../../reports/console/wrap.js';
import { overHttpsAlone } from '../../api/require-http-faults.js';
import { type Requirement, shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { fitsGlob } from '../../engine/catalogue/choose.js';
import { textsIn } from '../../engine/catalogue/texts-in.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { shellWords } from '../../engine/input/text.js';
import { shippedProfiles } from '../../engine/profile/profile.js';
import { type Language, say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { remedyFor } from '../list/choice.js';
import { levelsOf } from '../list/entries.js';
import { asTable } from '../list/list-text.js';
import { faultsTripping, serveWords } from '../shared/fault-names.js';
import type { Terminal } from '../shared/terminal.js';

/**
 * A requirement in words; a list if an area or a pattern matches several.
 *
 * @param options.profile Its level is shown in addition to those of the shipped ones.
 * @throws InputProblem when nothing has that id, with the nearest one.
 */
export function explainText(
  asked: string,
  terminal: Terminal,
  { profile, lang = 'en' }: { profile?: string | undefined; lang?: Language } = {},
): string {
  const fitting = requirementsAsked(asked);
  const [first, ...more] = fitting;
  const requirement = first === undefined ? undefined : shippedCatalogue().get(first);
  if (!requirement) {
    const remedy = remedyFor(shippedCatalogue(), asked);
    throw new InputProblem('unknown-requirement', `there is no requirement "${asked}"`, { remedy });
  }
  return more.length > 0
    ? asTable(fitting, { profile: profile ?? 'snap-bi', columns: terminal.columns, lang })
    : explained(requirement, terminal, { profile, lang });
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

type Heading =
  | 'requirement'
  | 'why'
  | 'remedy'
  | 'levels'
  | 'sources'
  | 'see-it-fail'
  | 'unproven'
  | 'alone';

function explained(
  requirement: Requirement,
  { color, width }: Terminal,
  { profile, lang }: { profile: string | undefined; lang: Language },
): string {
  const { id, sources, unproven } = requirement;
  const { title, statement, rationale, remedy } = textsIn(requirement, lang);
  const { bold, dim } = picocolors.createColors(color);
  const text = (words: string) => wrap(words, { width, first: '  ', rest: '  ' });
  const part = (name: Heading, lines: readonly string[]) => [
    '',
    bold(render(say(`cli/explain/${name}`), lang)),
    ...lines,
  ];
  const tripping = faultsTripping(id);
  const alone = ['snap-conformance', 'run', '--only', id];
  const faults = tripping.flatMap((fault) => [
    `  ${fault.tls === undefined ? shellWords(serveWords(fault)) : `${fault.name}: ${overHttpsAlone}`}`,
    ...wrap(fault.title, { width, first: '    ', rest: '    ' }).map(dim),
  ]);
  return [
    bold(id),
    ...wrap(title, { width, first: '', rest: '' }),
    ...part('requirement', text(statement)),
    ...part('why', text(rationale)),
    ...part('remedy', text(remedy)),
    ...part('levels', levelLines(requirement, width, { profile, lang })),
    ...part(
      'sources',
      sources.flatMap(({ at, word }) =>
        wrap(`${at} (${word})`, { width, first: '  - ', rest: '    ' }),
      ),
    ),
    ...(faults.length > 0 ? part('see-it-fail', faults) : []),
    ...(unproven === undefined ? [] : part('unproven', text(unproven))),
    ...part('alone', [
      `  ${shellWords([...alone, ...(tripping.some(({ slow }) => slow) ? ['--slow'] : [])])}`,
    ]),
  ].join('\n');
}

function levelLines(
  requirement: Requirement,
  width: number,
  { profile, lang }: { profile: string | undefined; lang: Language },
): string[] {
  const names = [...new Set([...shippedProfiles(), ...(profile === undefined ? [] : [profile])])];
  const levels = levelsOf(requirement, names, lang);
  const longest = Math.max(...levels.map(({ profile }) => profile.length));
  return levels.flatMap(({ profile, level, because }) =>
    wrap(because === undefined ? level : `${level}: ${because}`, {
      width,
      first: `  ${profile.padEnd(longest)}  `,
      rest: ' '.repeat(longest + 4),
    }),
  );
}
