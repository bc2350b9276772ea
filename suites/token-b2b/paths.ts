import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { givesToken } from '../../src/engine/http/answer.js';
import { untested } from '../../src/engine/session/outcome.js';
import { path } from '../shared/token-mutations.js';
import { pathVariants, unknownPath } from './arbitraries/paths.js';

/** The writings of the path that are tried for the dialect alone; none where requests are dear. */
function variantsToTry(t: CheckContext) {
  const variants = pathVariants(t.settings.path);
  return t.effort.examples < variants.length ? [] : variants;
}

/** Which other writings of its path a target takes: no document says which it should. */
async function noteVariants(t: CheckContext): Promise<void> {
  for (const { name, path: text } of variantsToTry(t)) {
    const { answer } = await t.session.probe(path(text, `the path has ${name}`), {
      faultClass: 'other',
    });
    if (!answer) continue;
    const outcome = givesToken(answer) ? 'a token' : `HTTP ${answer.status}`;
    t.session.note(`answer to a path with ${name}`, outcome);
  }
}

/** No token anywhere but at the service's own path. */
export const refusesOtherPaths: Check = {
  ...refuses('refuses-other-paths', {
    as: 'other',
    before: noteVariants,
    property: (t) => unknownPath(t.settings.path),
    mutate: (text: string) => path(text, 'sent to a path that no document names'),
  }),
  forecast: (t, forecast) => {
    forecast.control();
    forecast.refused(variantsToTry(t).length + t.effort.runs, 'other');
    forecast.confirm();
  },
};

const nowhere = (t: CheckContext) =>
  ['/no-such-service', `${t.settings.path}/no-such-service`].slice(0, t.effort.examples);

/** Where nothing is, the answer is 404 (RFC 9110 section 15.5.5). */
export const unknownPathNotFound: Check = {
  name: 'unknown-path-not-found',
  forecast: (t, forecast) => {
    forecast.control();
    forecast.refused(nowhere(t).length, 'other');
  },
  run: async (t) => {
    const control = await t.requireControl();
    const evidence = [control];
    let judged = 0;
    for (const text of nowhere(t)) {
      const mutation = path(text, 'sent to a path that no document names');
      const observed = await t.session.probe(mutation, { faultClass: 'other' });
      const { answer } = observed;
      // A token is the finding of refuses-other-paths.
      if (!answer || givesToken(answer)) continue;
      judged += 1;
      evidence.push(await t.session.record(observed));
      if (answer.status === 404) continue;
      return {
        outcome: 'failed',
        message: `${text} was answered with ${t.describe(observed)}, 404 belongs there`,
        exchanges: evidence,
        runs: judged,
      };
    }
    if (judged === 0) throw untested('no unknown path was answered with a refusal', evidence);
    return {
      outcome: 'passed',
      message: `404 at ${judged === 1 ? 'an unknown path' : `${judged} unknown paths`}`,
      exchanges: evidence,
      runs: judged,
    };
  },
};
