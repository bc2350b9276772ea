import { InputProblem } from '../engine/input-problem.js';
import { type AnyFault, faults } from '../sandbox/faults/index.js';
import { variations } from '../sandbox/variations.js';
import { requireNames } from './require-names.js';

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

/** Where a fault of the connection shows, since the sandbox of `serve` speaks plain HTTP. */
export const overHttpsAlone = 'needs HTTPS, which `serve` does not speak; docs/proof.md shows it';

/** @throws InputProblem for a fault that would do nothing where the sandbox speaks plain HTTP. */
export function requireHttpFaults(chosen: readonly AnyFault[]): void {
  const unfit = chosen.filter(({ tls }) => tls !== undefined);
  if (unfit.length === 0) return;
  throw InputProblem.all(
    unfit.map(({ name }) => ({ what: `the fault ${name} ${overHttpsAlone}` })),
  );
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

/** The command that shows a fault. */
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
