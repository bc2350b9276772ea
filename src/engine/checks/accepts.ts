import { type Message, say, type Text } from '../../messages/message.js';
import { followedRule } from '../control/followed-rule.js';
import type { Observed } from '../session/observed.js';
import { cantTell } from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import { type Check, type CheckContext, type Mutations, type Terms, termsOf } from './check.js';
import { countOf, inputsOf, type Judge, probeFamily, shrinksOf } from './probe-family.js';

/** A check of variations that a conforming target accepts. */
export type AcceptsOptions<T, S extends ServiceId> = Mutations<T, S> &
  Terms<S> & {
    /** If more than a refusal has to be told; {@link judgeAccepted} otherwise. */
    judge?: Judge<S>;
    /** One request that is sent first, and granted: what the variations build on. */
    before?: (t: CheckContext<S>) => Promise<unknown>;
    /** A variation that is refused is signed by the known wrong rules too, to name the one that the target follows. */
    namesRule?: true;
  };

/**
 * A check that each variation of the control gets a token. A refusal counts if it comes again and the
 * control is still accepted right after.
 */
export function accepts<T, S extends ServiceId>(
  name: string,
  options: AcceptsOptions<T, S>,
): Check<S> {
  const { judge = judgeAccepted, before, namesRule } = options;
  return {
    name,
    ...termsOf(options),
    inputs: (t) => inputsOf(t, options),
    forecast: (t, forecast) => {
      forecast.control();
      if (before) forecast.granted(1);
      forecast.granted(countOf(t, options));
      forecast.shrinking(shrinksOf(t, options));
    },
    run: async (t) => {
      const control = await t.requireControl();
      await before?.(t);
      const { runs, sample, violation, unanswered } = await probeFamily(t, options, {}, judge);
      if (violation) {
        const probe = await t.session.record(violation.observed);
        const after = await t.confirmControl([control, probe]);
        const named = namesRule ? await nameRule(t, violation.observed) : undefined;
        return {
          outcome: 'failed',
          message: named ? named.says(violation.message) : violation.message,
          exchanges: [control, probe, after, ...(named?.exchanges ?? [])],
          runs,
          ...(violation.counterexample && { counterexample: violation.counterexample }),
        };
      }
      const evidence = sample ? [control, await t.session.record(sample)] : [control];
      if (unanswered !== undefined)
        throw cantTell(
          say('run/checks/not-all-variations-answered', { why: unanswered }),
          evidence,
        );
      const message =
        runs === 1
          ? say('run/checks/accepted', { answer: sample ? t.describe(sample) : '' })
          : say('run/checks/all-accepted', { runs });
      return { outcome: 'passed', message, exchanges: evidence, runs };
    },
  };
}

/** The wrong rule by which the target takes what it refused, in words, with the exchange that shows it. */
async function nameRule<S extends ServiceId>(
  t: CheckContext<S>,
  refused: Observed<S>,
): Promise<{ says: (message: Text) => Message; exchanges: string[] } | undefined> {
  const { session } = t;
  const followed = await followedRule(session, refused.context.mutation, refused);
  return (
    followed && {
      says: (message) =>
        say('run/checks/follows-another-rule', {
          message,
          granting: session.service.adapter.granting,
          rule: followed.rule,
        }),
      exchanges: [await session.record(followed.observed)],
    }
  );
}

/** Refused each time that it was sent: a single refusal can be a passing trouble of the target. */
export function judgeAccepted<S extends ServiceId>(
  observed: Observed<S>,
  t: CheckContext<S>,
): Message | undefined | null {
  if (t.session.grants(observed)) return undefined;
  if (observed.unconfirmed) return null;
  const { mutation } = observed.context;
  return say('run/checks/refused-though', {
    answer: t.describe(observed),
    mutation: mutation?.name ?? say('run/checks/it-is-the-control'),
  });
}
