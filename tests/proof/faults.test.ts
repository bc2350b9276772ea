import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { faults } from '../../src/sandbox/faults/index.js';
import { measureSeeds, shownAlone, tenSeeds } from './measure-seeds.js';
import { checksFor, type Proof, proveFaults, whole } from './prove.js';
import { renderProof } from './render-proof.js';
import { seedsHeading } from './render-seeds.js';

const document = join(packageRoot, 'docs', 'proof.md');
const catalogue = shippedCatalogue();
let proofs: Proof[] = [];
let tookMs = 0;

beforeAll(async () => {
  const begun = performance.now();
  proofs = await proveFaults();
  tookMs = performance.now() - begun;
}, 1_500_000);

describe('each fault trips exactly what it declares', () => {
  test.for(faults.map((fault) => [fault.name, fault] as const))('%s', ([name, fault]) => {
    const proof = proofs.find((one) => one.fault.name === name);
    const found = proof?.target.checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ id, message }) => `${id}: ${message}`);
    expect(proof?.failed, found?.join('\n')).toEqual([...fault.trips].sort());
    const { control } = proof?.target ?? {};
    // One that signs all requests otherwise is found by its rule.
    if (control?.says?.id !== 'run/control/follows-another-rule')
      expect(control?.outcome).toBe('accepted');
    expect(proof?.target.checks.filter(({ outcome }) => outcome === 'cantTell')).toEqual([]);
    const must = fault.trips.some((id) => catalogue.get(id)?.level === 'MUST');
    expect(proof?.target.verdict).toBe(must ? 'non-conformant' : 'conformant');
  });
});

describe('nothing is left unproved', () => {
  test.for([...catalogue.keys()])('%s', (id) => {
    const tripping = proofs
      .filter(({ failed }) => failed.includes(id))
      .map(({ fault }) => fault.name);
    if (tripping.length > 0) expect(catalogue.get(id)?.unproven).toBeUndefined();
    else
      expect(
        catalogue.get(id)?.unproven,
        'no fault trips it, and no reason is given',
      ).toBeDefined();
  });

  test('every check that runs against a fault is done', () => {
    for (const { fault, target } of proofs) {
      expect(target.checks.map(({ id }) => id)).toEqual(checksFor(fault));
    }
    expect(
      proofs[0]?.target.checks.filter(({ message }) => message.startsWith('the run ended')),
    ).toEqual([]);
  });

  test('docs/proof.md is what this run shows', async () => {
    const seeds = whole ? await measureSeeds(shownAlone, ({ trips }) => [...trips], tenSeeds) : [];
    const text = renderProof(proofs, catalogue, tookMs, seeds);
    if (whole) writeFileSync(document, text);
    const committed = existsSync(document) ? readFileSync(document, 'utf8') : '';
    // What ten seeds show is measured only when the document is written.
    const luck = new RegExp(`^${seedsHeading}$.*?(?=^## )`, 'ms');
    const timeless = (page: string) => page.replace(/^Measured: .*$/m, '').replace(luck, '');
    expect(timeless(committed), 'run `npm run proof` and commit docs/proof.md').toBe(
      timeless(text),
    );
  }, 1_500_000);
});
