import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { givesToken } from '../../src/engine/http/answer.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { path } from '../shared/token-mutations.js';
import { pathVariants, unknownPath, unknownPathExamples } from './arbitraries/paths.js';

/** The spellings of the path that are tried for the dialect alone; none when requests are scarce. */
function variantsToTry(t: CheckContext<'token-b2b'>) {
  const variants = pathVariants(t.settings.path);
  return t.effort.examples < variants.length ? [] : variants;
}

/** Notes which other spellings of its path a target takes: no document says which it should. */
async function noteVariants(t: CheckContext<'token-b2b'>): Promise<void> {
  for (const { name, says, path: text } of variantsToTry(t)) {
    const { answer } = await t.session.probe(path(text, says), {
      faultClass: 'other',
    });
    if (!answer) continue;
    const outcome = givesToken(answer) ? 'a token' : `HTTP ${answer.status}`;
    t.session.note(`answer to a path with ${name}`, outcome);
  }
}

/** The target gives no token except at the service's own path. */
export const refusesOtherPaths: Check<'token-b2b'> = {
  ...refuses('refuses-other-paths', {
    as: 'other',
    before: noteVariants,
    property: (t) => unknownPath(t.settings.path),
    examples: (t) => unknownPathExamples(t.settings.path),
    mutate: (text: string) => path(text, say('token-b2b/http/path-unknown')),
  }),
  forecast: (t, forecast) => {
    forecast.control();
    forecast.refused(variantsToTry(t).length + t.effort.runs, 'other');
    forecast.confirm();
  },
};

/** Each further path that the document has gives a token as the first does. */
export const acceptsOtherPaths: Check<'token-b2b'> = accepts('accepts-other-paths', {
  settings: ['/path'],
  when: (t) => {
    if (documentedBesides(t).length === 0) throw inapplicable(say('token-b2b/http/one-path'));
  },
  probes: (t) =>
    documentedBesides(t).map((text) =>
      path(text, say('token-b2b/http/other-path', { path: text })),
    ),
});

function documentedBesides({ settings }: CheckContext<'token-b2b'>): readonly string[] {
  return settings.otherPaths ?? [];
}

const nowhere = (t: CheckContext<'token-b2b'>) =>
  ['/no-such-service', `${t.settings.path}/no-such-service`].slice(0, t.effort.examples);

/** A path that leads to nothing is answered with 404 (RFC 9110 section 15.5.5). */
export const unknownPathNotFound: Check<'token-b2b'> = {
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
      const mutation = path(text, say('token-b2b/http/path-unknown'));
      const observed = await t.session.probe(mutation, { faultClass: 'other' });
      const { answer } = observed;
      // A token is the finding of refuses-other-paths.
      if (!answer || givesToken(answer)) continue;
      judged += 1;
      evidence.push(await t.session.record(observed));
      if (answer.status === 404) continue;
      // A target that fails at everything by now fails at this, too.
      if (answer.status >= 500) evidence.push(await t.confirmControl(evidence));
      return {
        outcome: 'failed',
        message: say('token-b2b/http/not-404', { path: text, answer: t.describe(observed) }),
        exchanges: evidence,
        runs: judged,
      };
    }
    if (judged === 0) throw untested(say('token-b2b/http/no-refusal-at-unknown-path'), evidence);
    return {
      outcome: 'passed',
      message: say('token-b2b/http/all-404', { paths: judged }),
      exchanges: evidence,
      runs: judged,
    };
  },
};
