import type { Depth } from '../../schemas/generated/result.js';
import { depths, type Found } from './measure-seeds.js';

/** Heading of the section: what lies below it is compared only when it is measured. */
export const seedsHeading = '## Luck';

/** How many probes it takes until a fault is found, over several seeds; a row for those of which the seed decides. */
export function renderSeeds(found: readonly Found[]): string[] {
  const names = [...new Set(found.map(({ fault }) => fault.name))];
  const seeds = new Set(found.map(({ seed }) => seed)).size;
  const rows = names.map((name) => ({
    name,
    cells: depths.map((depth) => cellsOf(found.filter(isOf(name, depth)))),
  }));
  const always = new RegExp(`^${seeds} of ${seeds} \\| (\\d+) \\| \\1$`);
  const first = `${seeds} of ${seeds} | 1 | 1`;
  const others = rows.filter(({ cells }) => !cells.every((cell) => always.test(cell)));
  const atOnce = rows.filter(({ cells }) => cells.every((cell) => cell === first));
  return [
    seedsHeading,
    '',
    `Each of ${names.length} faults met the checks that it has to trip, with ${seeds} seeds at depth quick and at depth`,
    'standard. What is counted are the probes of the check that found the fault with the fewest, up to the one that',
    'failed (of a check of all messages, those that it judged): the median and the most over the seeds. Left out are',
    'faults that show only after a wait, or in what the rest of a run sends.',
    '',
    `${names.length - others.length} faults are found with every seed at both depths, by as many probes each time; ${atOnce.length} of them by`,
    'the first. The others:',
    '',
    '| fault | found, quick | median | most | found, standard | median | most |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...others.map(({ name, cells }) => `| \`${name}\` | ${cells.join(' | ')} |`),
    '',
  ];
}

function isOf(name: string, depth: Depth) {
  return (one: Found) => one.fault.name === name && one.depth === depth;
}

function cellsOf(runs: readonly Found[]): string {
  const probes = runs.flatMap((one) => one.probes ?? []).sort((a, b) => a - b);
  // Of an even number, the upper of the two in the middle.
  const median = probes[Math.floor(probes.length / 2)] ?? '–';
  return `${probes.length} of ${runs.length} | ${median} | ${probes.at(-1) ?? '–'}`;
}
