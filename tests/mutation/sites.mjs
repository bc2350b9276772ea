import { judgingFiles } from './areas.mjs';
import { jsSites } from './js-sites.mjs';
import { profileSites } from './profile-sites.mjs';
import { schemaSites } from './schema-sites.mjs';

/** Every site of the package, in four groups: where an expectation can stand. */
export async function allSites(root) {
  const js = judgingFiles(root).flatMap(({ file, areasOf }) => jsSites(root, file, areasOf));
  return {
    suites: js.filter(({ file }) => file.startsWith('dist/suites/')),
    engine: js.filter(({ file }) => file.startsWith('dist/src/')),
    schema: await schemaSites(root),
    profile: profileSites(root),
  };
}

/**
 * So many sites at random: half of them from the suites, the rest from the other groups in turn. Within a
 * group the files take turns, so that a long one doesn't crowd out the others.
 */
export function chooseSites(groups, count, seed) {
  const random = mulberry32(seed);
  const queues = Object.fromEntries(
    Object.entries(groups).map(([name, sites]) => [name, inTurns(sites, random)]),
  );
  const turns = ['suites', 'engine', 'suites', 'schema', 'suites', 'profile'];
  const most = Object.values(queues).flat().length;
  const chosen = [];
  for (let turn = 0; chosen.length < Math.min(count, most); turn += 1) {
    const site = queues[turns[turn % turns.length]].pop();
    if (site) chosen.push(site);
  }
  return chosen;
}

/** The sites of all files in random order, one of each file in each round. */
function inTurns(sites, random) {
  const byFile = [...new Set(sites.map(({ file }) => file))].map((name) =>
    shuffle(
      sites.filter(({ file }) => file === name),
      random,
    ),
  );
  const rounds = Math.max(...byFile.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    shuffle(
      byFile.flatMap((own) => own[round] ?? []),
      random,
    ),
  )
    .flat()
    .reverse();
}

function shuffle(sites, random) {
  const all = [...sites];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}

/** A small seeded generator (mulberry32): the same seed chooses the same sites. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
