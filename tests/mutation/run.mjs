// Changes the checks' expectations one at a time, and sees whether the proof notices. Writes
// docs/mutation.md; exits with 1 where a change went unnoticed and tests/mutation/explained.yaml has no
// reason why it may.
//
//   node tests/mutation/run.mjs [--count 40] [--seed 1] [--all-in FILE] [--match TEXT] [--jobs 2] [--near] [--list]
//
// --near leaves a survivor at that which is most likely to notice, for a quick look; like a choice by file or text
// it writes no page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { bundleProof } from './bundle-proof.mjs';
import { copyPackage, withMutant } from './packages.mjs';
import { renderMutations } from './render-mutations.mjs';
import { allSites, chooseSites } from './sites.mjs';
import { tryMutant } from './try-mutant.mjs';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    'all-in': { type: 'string' },
    match: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    near: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const packageRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const work = mkdtempSync(join(tmpdir(), 'snap-mutation-'));

try {
  process.exitCode = await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main() {
  const pristine = copyPackage(packageRoot, join(work, 'pristine'));
  const groups = await allSites(pristine);
  const explanations =
    parse(readFileSync(new URL('explained.yaml', import.meta.url), 'utf8')) ?? [];
  const stale = explanations.filter(
    (one) => !Object.values(groups).some((sites) => sites.some((site) => explains(one, site))),
  );
  for (const { file, code } of stale)
    console.log(`explained.yaml explains nothing: ${file}, ${code}`);
  if (stale.length > 0) return 1;
  const sites = choose(groups);
  if (options.list) {
    for (const site of sites) console.log(title(site));
    return 0;
  }
  const outcomes = await tryAll(sites, pristine, explanations);
  const unexplained = outcomes.filter(({ by, reason }) => !by && reason === undefined);
  // A choice of one file or word is for whoever works on it; the page shows a random choice alone.
  if (options['all-in'] === undefined && options.match === undefined && !options.near) {
    const page = renderMutations(outcomes, groups, Number(options.seed));
    writeFileSync(join(packageRoot, 'docs', 'mutation.md'), page);
  }
  const noticed = outcomes.filter(({ by }) => by).length;
  console.log(
    `${outcomes.length} changes: ${noticed} noticed, ${outcomes.length - noticed - unexplained.length} explained, ${unexplained.length} unexplained`,
  );
  return unexplained.length > 0 ? 1 : 0;
}

function choose(groups) {
  const { 'all-in': file, match } = options;
  const all = Object.values(groups).flat();
  if (file === undefined && match === undefined)
    return chooseSites(groups, Number(options.count), Number(options.seed));
  return all.filter(
    (site) =>
      (file === undefined || site.file.endsWith(file)) &&
      (match === undefined || title(site).includes(match)),
  );
}

/** Tries all, a few at a time; in the order of the sites, however they end. */
async function tryAll(sites, pristine, explanations) {
  const proof = await bundleProof(pristine);
  const shared = { pristine, allAreas: await areasOf(pristine), depth: 'standard' };
  const outcomes = [];
  let next = 0;
  async function oneByOne(copy) {
    while (next < sites.length) {
      const index = next;
      next += 1;
      const site = sites[index];
      const reason = explanations.find((one) => explains(one, site))?.reason;
      const begun = performance.now();
      const result = await withMutant(pristine, copy, site, (root) =>
        tryMutant(proof, {
          ...shared,
          root,
          file: site.file,
          areas: site.areas,
          near: options.near,
          explained: reason !== undefined,
        }),
      );
      const seconds = (performance.now() - begun) / 1000;
      outcomes[index] = { site, reason, seconds, ...result };
      console.log(`${title(site)}\n  ${verdictOf(outcomes[index])}`);
      for (const each of result.unsteady)
        console.log(`  came out otherwise, but not each time: ${each}`);
    }
  }
  const copies = Array.from({ length: Number(options.jobs) }, (_, index) =>
    copyPackage(packageRoot, join(work, `mutant-${index}`)),
  );
  await Promise.all(copies.map(oneByOne));
  return outcomes;
}

function explains({ file, code, change }, site) {
  return (
    site.file.endsWith(file) && site.code === code && (change === undefined || change === site.what)
  );
}

async function areasOf(pristine) {
  const file = pathToFileURL(join(pristine, 'dist/suites/index.js')).href;
  const { areas } = await import(file);
  return [...new Set(areas.map(({ id }) => id))];
}

function title({ file, line, code, what }) {
  return file.endsWith('.js') ? `${file}:${line}: ${what}` : `${file}, ${code}: ${what}`;
}

function verdictOf({ by, reason, servers, seconds }) {
  const took = `${Math.round(seconds)} s, ${servers} servers`;
  if (by)
    return `noticed${reason === undefined ? '' : ' (its explanation is stale)'}: ${by.name} ${by.what} (${took})`;
  return reason === undefined ? `SURVIVED (${took})` : `explained: ${reason} (${took})`;
}
