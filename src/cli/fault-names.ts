import { type Fault, faults } from '../sandbox/faults/index.js';
import { variations } from '../sandbox/variations.js';
import { requireNames } from './require-names.js';

const elsewise = '`snap-conformance serve --list-faults` shows all.';

/**
 * The faults of these names.
 *
 * @throws InputProblem for an unknown name, with the nearest one.
 */
export function faultsNamed(names: readonly string[]): Fault[] {
  requireNames(
    'fault',
    names,
    faults.map(({ name }) => name),
    elsewise,
  );
  return faults.filter(({ name }) => names.includes(name));
}

/** @throws InputProblem for an unknown name, with the nearest one. */
export function requireVariations(names: readonly string[]): void {
  requireNames(
    'variation',
    names,
    variations.map(({ name }) => name),
  );
}

/** The faults that trip a requirement. */
export function faultsTripping(id: string): Fault[] {
  return faults.filter(({ trips }) => trips.includes(id));
}

/** The command that shows a fault. */
export function serveWords({ name, profile }: Pick<Fault, 'name' | 'profile'>): string[] {
  return [
    'snap-conformance',
    'serve',
    ...(profile === undefined ? [] : ['--profile', profile]),
    '--fault',
    name,
  ];
}

/** All faults as text: name, title, the requirements that each trips. */
export function faultList(): string {
  return faults
    .map(({ name, title, trips, profile }) =>
      [
        name,
        `  ${title}`,
        `  trips ${trips.join(', ')}${profile === undefined ? '' : ` (with --profile ${profile})`}`,
      ].join('\n'),
    )
    .join('\n');
}
