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

/** Which sandbox a fault shows in. */
type Where = Pick<AnyFault, 'profile' | 'merchant'>;

/** The words of the command that shows a fault. */
export function serveWords({ name, ...where }: Pick<AnyFault, 'name'> & Where): string[] {
  return ['snap-conformance', 'serve', ...elsewhere(where), '--fault', name];
}

/** The options of the sandbox in which a fault shows, if it isn't the usual one. */
function elsewhere({ profile, merchant }: Where): string[] {
  return [
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(merchant ? ['--role', 'merchant'] : []),
  ];
}

/** All faults as text: name, title, the requirements that each trips. */
export function faultList(): string {
  return faults
    .map(({ name, title, trips, tls, ...where }) => {
      const options = elsewhere(where).join(' ');
      return [
        name,
        `  ${title}`,
        `  trips ${trips.join(', ')}${options === '' ? '' : ` (with ${options})`}`,
        ...(tls === undefined ? [] : [`  ${overHttpsAlone}`]),
      ].join('\n');
    })
    .join('\n');
}
