import type { Requirement } from '../../src/engine/catalogue/catalogue.js';
import type { Found } from './measure-seeds.js';
import type { Proof } from './prove.js';
import { renderSeeds } from './render-seeds.js';

/**
 * The published matrix, from a run of it: which fault trips which requirement.
 *
 * @param seeds What was measured with several of them; none leaves that section out.
 */
export function renderProof(
  proofs: readonly Proof[],
  catalogue: ReadonlyMap<string, Requirement>,
  tookMs: number,
  seeds: readonly Found[] = [],
): string {
  const requests = proofs.reduce((sum, { target }) => sum + target.stats.requests, 0);
  const areas = [...new Set([...catalogue.values()].map(({ area }) => area))];
  return [
    '# Proof that each check can fail',
    '',
    'Made by `npm run proof`, from a run of all checks against the embedded sandbox, once with each of its',
    'faults. A fault is one named deviation from a conforming server; it has to fail the checks that it',
    'declares and no other: those of its own service at standard depth, those of the others at quick depth.',
    'Without a fault every shipped profile is conformant, without a warning.',
    '',
    `${catalogue.size} requirements, ${proofs.length} faults, each fault tripping its own requirements alone.`,
    '',
    measured(requests, tookMs),
    '',
    ...(seeds.length > 0 ? renderSeeds(seeds) : []),
    ...areas.flatMap((area) => [
      `## ${area}`,
      '',
      '| requirement | level | fault that trips it | what the faulty server does |',
      '| --- | --- | --- | --- |',
      ...[...catalogue.values()]
        .filter((requirement) => requirement.area === area)
        .flatMap((requirement) => rows(requirement, proofs)),
      '',
    ]),
  ].join('\n');
}

/** The one line that differs from run to run. */
export function measured(requests: number, tookMs: number): string {
  return `Measured: ${requests.toLocaleString('en')} requests in ${Math.round(tookMs / 1000)} s.`;
}

function rows({ id, level, unproven }: Requirement, proofs: readonly Proof[]): string[] {
  const tripping = proofs.filter(({ failed }) => failed.includes(id));
  if (tripping.length === 0) return [`| \`${id}\` | ${level} | none | ${unproven ?? ''} |`];
  return tripping.map(({ fault }) => {
    const role = fault.merchant ? ', a merchant' : '';
    const shownOn = fault.profile === undefined ? '' : ` (profile ${fault.profile}${role})`;
    return `| \`${id}\` | ${level} | \`${fault.name}\`${shownOn} | ${fault.title.replaceAll('|', '\\|')} |`;
  });
}
