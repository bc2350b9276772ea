import type { Depth } from '../../schemas/generated/result.js';
import { depths, type Found } from './measure-seeds.js';

/** Heading of the section: what lies below it is compared only when it is measured. */
export const seedsHeading = '## Luck';

/** How many probes it takes until a fault is found, over several seeds; one line for those that take one each time. */
export function renderSeeds(found: readonly Found[]): string[] {
  const names = [...new Set(found.map(({ fault }) => fault.name))];
  const seeds = new Set(found.map(({ seed }) => seed)).size;
  const rows = names.map((name) => ({
    name,
    cells: depths.map((depth) => cellsOf(found.filter(isOf(name, depth)))),
  }));
  const first = `${seeds} of ${seeds} | 1 | 1`;
  const others = rows.filter(({ cells }) => cells.some((cell) => cell !== first));
  return [
    seedsHeading,
    '',
    `Each of ${names.length} faults met the checks that it trips, and no others, with ${seeds} seeds at depth quick and at`,
    'depth standard. What is counted are the probes of the check that found the fault with the fewest, up to the one',
    'that failed: the median and the most over the seeds. Left out are faults that show only after a wait, or in what',
    'the rest of a run sends.',
    '',
    `${names.length - others.length} faults are found by the first probe with every seed, at either depth. The others:`,
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
