import type { TargetResult } from '../../schemas/generated/result.js';
import type { ServerKind } from './server-kind.js';
import { serverKinds } from './server-kinds.js';

/** What a run by itself found of a server. */
export interface Measured {
  verdict: TargetResult['verdict'] | undefined;
  seconds: number;
  peakMiB: number;
}

/** Runs on all kinds: each by itself, and all of them in one. */
export interface MeasuredKinds {
  /** By name. */
  each: ReadonlyMap<string, Measured>;
  together: { seconds: number; peakMiB: number };
  timeoutMs: number;
  /** YYYY-MM-DD */
  date: string;
  versions: string;
}

/** The section on kinds of servers. */
export function renderKinds({ each, together, timeoutMs, date, versions }: MeasuredKinds): string {
  const all = [...each.values()];
  const slowest = Math.max(...all.map(({ seconds }) => seconds));
  const largest = Math.max(...all.map(({ peakMiB }) => peakMiB));
  return [
    `${each.size} kinds of servers, one run of the command each, at depth quick and \`timeoutMs\` ${timeoutMs}. The right`,
    'verdict was stated before: `conformant` if a client has to cope with what the server does, `inconclusive` if',
    'nothing that it sends can be read or trusted, `non-conformant` if it answers, and wrongly. No run printed or wrote',
    'a stack trace or what a library says about itself. Seconds and memory are those of the whole process, from its',
    'start to its end, reports included.',
    '',
    `Measured on ${date} with ${versions}: at most ${slowest.toFixed(1)} s and ${Math.ceil(largest)} MiB for one of them; all`,
    `${each.size} as targets of one run ${together.seconds.toFixed(0)} s and ${Math.ceil(together.peakMiB)} MiB.`,
    ...Object.entries(serverKinds).flatMap(([title, kinds]) => [
      '',
      `### ${title}`,
      '',
      '| kind | a server that | right verdict | verdict | s | MiB |',
      '| --- | --- | --- | --- | --: | --: |',
      ...kinds.map((kind) => row(kind, each.get(kind.name))),
    ]),
  ].join('\n');
}

function row({ name, title, right }: ServerKind, measured: Measured | undefined): string {
  const { verdict = 'none', seconds = 0, peakMiB = 0 } = measured ?? {};
  const cells = [`\`${name}\``, title, right, verdict, seconds.toFixed(1), Math.ceil(peakMiB)];
  return `| ${cells.join(' | ')} |`;
}
