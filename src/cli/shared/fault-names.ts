import { overHttpsAlone } from '../../api/require-http-faults.js';
import { requireNames } from '../../engine/input/require-names.js';
import { type AnyFault, faults } from '../../sandbox/faults/index.js';
import { variations } from '../../sandbox/variations/index.js';

const elsewise = '`snap-conformance serve --list-faults` shows all.';

/**
 * The faults of these names.
 *
 * @throws InputProblem for an unknown name, with the nearest one.
 */
export function faultsNamed(names: readonly string[]): AnyFault[] {
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
export function faultsTripping(id: string): AnyFault[] {
  return faults.filter(({ trips }) => trips.includes(id));
}

/** The words of the command that shows a fault. */
export function serveWords({ name, profile }: Pick<AnyFault, 'name' | 'profile'>): string[] {
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
    .map(({ name, title, trips, profile, tls }) =>
      [
        name,
        `  ${title}`,
        `  trips ${trips.join(', ')}${profile === undefined ? '' : ` (with --profile ${profile})`}`,
        ...(tls === undefined ? [] : [`  ${overHttpsAlone}`]),
      ].join('\n'),
    )
    .join('\n');
}
