// Runs the proof, or a part of it, with the suites and the engine of one copy of the package against the
// sandbox of another, which is never changed. A process of its own, for a changed suite may never end.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSpecs } from '../../scripts/build-specs.mjs';
import { casesFor } from './cases.mjs';

/**
 * `root`: the copy under proof. `pristine`: the copy whose sandbox is tested. `areas`: those whose checks
 * run, at what `depth`. `stages`: what is tested, of profiles, lapses, faults, variations, waiting, broken.
 */
const { root, pristine, areas, depth, stages } = JSON.parse(process.argv[2]);

const load = (copy, file) => import(pathToFileURL(join(copy, 'dist/src', file)).href);
const casesOf = await casesFor(pristine, areas);

/** With checks that a run without waiting leaves untested. */
const waitingAreas = ['token-b2b/expiry', 'transaction/token'];
/** Targets in one run: starting the suites takes longer than testing a target. */
const atOnce = 60;

/** Starts a server as the unchanged sources know it, and plans it as a target of the copy under proof. */
async function start(copy, { name, options, start: started }) {
  const { sandbox, target } = await started();
  const { loadProfile } = await load(copy, 'engine/profile.js');
  const laidOver = options.overrides && { services: options.overrides, file: name, pointer: '' };
  const profile = loadProfile(options.profile ?? 'snap-bi', copy, laidOver);
  return { server: sandbox, target: { ...target, profile } };
}

/** What of a target isn't as declared, in words; undefined where all is. */
function deviationOf({ failed, verdict }, target) {
  const found = (outcome) =>
    target.checks
      .filter((check) => check.outcome === outcome)
      .map(({ id }) => id)
      .sort();
  if (verdict !== undefined)
    return target.verdict === verdict
      ? undefined
      : `the verdict is ${target.verdict}, not ${verdict}`;
  const [broke, unsaid] = [found('failed'), found('cantTell')];
  const extra = broke.filter((id) => !failed.includes(id));
  const missing = failed.filter((id) => !broke.includes(id));
  const parts = [
    extra.length > 0 && `fails ${listed(extra)}`,
    missing.length > 0 && `no longer fails ${listed(missing)}`,
    unsaid.length > 0 && `can't tell of ${listed(unsaid)}`,
    // A suite that breaks down fails nothing: its checks are untested.
    failed.length === 0 &&
      broke.length === 0 &&
      target.verdict !== 'conformant' &&
      `is ${target.verdict}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function listed(ids) {
  const shown = ids
    .slice(0, 2)
    .map((id) => `\`${id}\``)
    .join(', ');
  return ids.length > 2 ? `${shown} and ${ids.length - 2} more` : shown;
}

/** What a run found of a target: its verdict, how it met the control, and the outcome of each check. */
function outcomesOf({ verdict, control, checks }) {
  const outcomes = checks.map(({ id, outcome }) => [`\`${id}\``, outcome]);
  return {
    'the verdict': verdict,
    'the control': control.outcome,
    ...Object.fromEntries(outcomes),
  };
}

/** Runs a copy's checks against some targets: what they are found to be, and how that isn't as declared. */
async function findingsOf(copy, batch) {
  const { run } = await load(copy, 'engine/run.js');
  const started = await Promise.all(batch.map((one) => start(copy, one)));
  try {
    const { result } = await run({
      targets: started.map(({ target }) => target),
      seed: 42,
      depth,
      only: areas.map((area) => `${area}/*`),
      skip: [],
      dryRun: false,
      slow: batch.some(({ stage }) => stage === 'waiting'),
      replay: ['snap-conformance', 'run'],
    });
    return result.targets.map((target, index) => ({
      one: batch[index],
      outcomes: outcomesOf(target),
      deviation: deviationOf(batch[index], target),
    }));
  } finally {
    for (const { server } of started) await server.close();
  }
}

/** The outcomes of the unchanged package, from an earlier mutant's proof where there was one. */
async function usualOutcomes(batch) {
  const of = createHash('sha256')
    .update(JSON.stringify([areas, depth, batch.map(({ stage, name }) => [stage, name])]))
    .digest('hex');
  const file = join(pristine, `outcomes-${of.slice(0, 16)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const usual = (await findingsOf(pristine, batch)).map(({ outcomes }) => outcomes);
  writeFileSync(file, JSON.stringify(usual));
  return usual;
}

/** The first thing that is found otherwise, in words; undefined where all is alike. */
function differenceOf(outcomes, usual) {
  const name = Object.keys(usual).find((each) => outcomes[each] !== usual[each]);
  return name && `${name} is ${outcomes[name]}, not ${usual[name]}`;
}

/**
 * A change is noticed where a target isn't as declared, and is so without the change; or where any outcome
 * is another than without it: a check that no longer comes about fails nothing.
 */
async function noticed(batch) {
  let findings;
  try {
    findings = await findingsOf(root, batch);
  } catch (error) {
    return { stage: '', name: '', what: `the run breaks: ${error.message.split('\n')[0]}` };
  }
  // A few areas alone don't see all that a whole run sees; what they miss without the change too isn't its work.
  const deviating = findings.filter(({ deviation }) => deviation !== undefined);
  const again =
    deviating.length === 0
      ? []
      : await findingsOf(
          pristine,
          deviating.map(({ one }) => one),
        );
  const found = deviating.find((_, index) => again[index].deviation === undefined);
  if (found) return { stage: found.one.stage, name: found.one.name, what: found.deviation };
  const usual = await usualOutcomes(batch);
  const different = findings.flatMap(({ one, outcomes }, index) => {
    const what = differenceOf(outcomes, usual[index]);
    return what === undefined ? [] : [{ one, outcomes, what }];
  });
  if (different.length === 0) return undefined;
  // Twice without the change: what comes out now so, now otherwise, shows nothing.
  const twice = await findingsOf(
    pristine,
    different.map(({ one }) => one),
  );
  const other = different.find(
    ({ outcomes }, index) => differenceOf(outcomes, twice[index].outcomes) !== undefined,
  );
  return other && { stage: other.one.stage, name: other.one.name, what: other.what };
}

/**
 * The stages' targets, few enough at once; those of the first stage alone, for they notice most, and those
 * that are waited for.
 */
function batches() {
  const cases = (stage) => casesOf(stage).map((one) => ({ ...one, stage }));
  const [first, ...others] = stages.filter((stage) => stage !== 'waiting');
  const rest = others.flatMap(cases);
  const later = Array.from({ length: Math.ceil(rest.length / atOnce) }, (_, index) =>
    rest.slice(index * atOnce, (index + 1) * atOnce),
  );
  const waits = stages.includes('waiting') && waitingAreas.some((area) => areas.includes(area));
  return [cases(first), ...later, ...(waits ? [cases('waiting')] : [])];
}

async function prove() {
  try {
    // The change may be one of a spec, which the build has a copy of.
    await buildSpecs(root);
  } catch (error) {
    return {
      by: { stage: '', name: '', what: `the build breaks: ${error.message.split('\n')[0]}` },
      targets: 0,
    };
  }
  let targets = 0;
  for (const batch of batches()) {
    targets += batch.length;
    const by = await noticed(batch);
    if (by) return { by, targets };
  }
  return { targets };
}

process.send(await prove());
process.disconnect();
process.exit(0);
