// Looks for a server of which a mutant of the package finds anything else than the package itself. Runs in a
// process of its own, since a changed suite may never end; a message says that the unchanged package works, and one
// for each server that the process is alive.
import { buildSpecs } from '../../scripts/build-specs.mjs';
import { atOnce } from '../../src/engine/checks/at-once.ts';
import { brokenCases, casesFor } from './cases.mjs';
import { differences, inWords } from './differences.mjs';
import { Prover } from './prover.mjs';

/**
 * `root`: the mutant. `pristine`: the unchanged package. `file`: what is changed. `areas`: those whose checks
 * go by it. `allAreas`: all there are. `depth`: the deepest that is tried. `near`: no other areas are tried.
 * `explained`: only few probes are sent.
 */
const job = JSON.parse(process.argv[2]);

/** Servers that are tested at once. */
const serversAtOnce = 4;

/**
 * How often both are tried again before a difference counts: what comes out one way now and another way then, such as
 * a check whose inputs depend on the time, shows nothing of the change.
 */
const repeats = 3;

/** Servers so far. */
let servers = 0;
/** What came out otherwise and didn't come again, in words. */
const unsteady = [];

// Nobody is left to tell.
process.once('disconnect', () => process.exit(1));
process.send({ ended: { by: await prove(), servers, unsteady } }, () => process.exit(0));

/** What notices the change; undefined when nothing does. */
async function prove() {
  const unchanged = await Prover.of(job.pristine);
  process.send({ ready: true });
  try {
    if (job.file.startsWith('specs/')) await buildSpecs(job.root);
  } catch (error) {
    return broken('the build', error);
  }
  let mutant;
  try {
    mutant = await Prover.of(job.root);
  } catch (error) {
    return broken('the package', error);
  }
  for (const attempt of attempts()) {
    const by = await firstNotice({ mutant, unchanged }, attempt);
    if (by) return by;
  }
  return undefined;
}

function broken(what, { message }) {
  return { stage: '', name: '', what: `${what} breaks: ${message.split('\n')[0]}` };
}

/**
 * First what is most likely to notice, with few probes and then with as many as the depth sends; then
 * everything, the other areas with few probes as in the proof: a survivor was let through by all of it.
 */
function attempts() {
  const { areas, allAreas, depth } = job;
  const near = { areas, cases: casesFor(areas) };
  const quick = { ...near, depth: 'quick' };
  // The whole proof wouldn't change what is known of an explained change.
  if (job.explained) return [quick];
  const usual = { ...near, depth };
  if (job.near) return [quick, usual];
  const everything = [...casesFor(allAreas), ...brokenCases()];
  return [quick, usual, { areas: allAreas, cases: everything, depth: 'quick' }];
}

/**
 * The first server, in the order of the cases, that shows the change. None is begun after it, but those before
 * it are seen to their end: which one is told doesn't depend on which is done first.
 */
async function firstNotice(provers, { cases, ...how }) {
  const stops = cases.map(() => new AbortController());
  const notices = [];
  let first = cases.length;
  await atOnce(
    cases.length,
    serversAtOnce,
    async (index) => {
      servers += 1;
      const { signal } = stops[index];
      notices[index] = await noticeOf(provers, cases[index], { ...how, signal });
      process.send({ alive: true });
      if (!notices[index]) return;
      first = Math.min(first, index);
      for (const later of stops.slice(first + 1)) later.abort();
    },
    (index) => index < first,
  );
  return notices[first];
}

/** What of the findings about a server shows the change; undefined when nothing does. */
async function noticeOf({ mutant, unchanged }, one, how) {
  const found = await mutant.findings(one, how);
  const usual = await unchanged.usualFindings(one, how);
  const different = differences(found, usual);
  if (different.length === 0 || how.signal.aborted) return undefined;
  let steady = different;
  for (let repeat = 0; repeat < repeats && steady.length > 0; repeat += 1) {
    const again = await mutant.findings(one, how);
    const usualAgain = await unchanged.findings(one, how);
    if (how.signal.aborted) return undefined;
    steady = steady.filter(
      (name) => again[name] === found[name] && usualAgain[name] === usual[name],
    );
  }
  if (steady.length > 0)
    return { stage: one.stage, name: one.name, what: inWords(steady, found, usual) };
  unsteady.push(`${one.name} at ${how.depth} depth: ${inWords(different, found, usual)}`);
  return undefined;
}
