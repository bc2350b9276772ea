import { givesToken } from '../answer.js';
import { cantTell } from '../outcome.js';
import type { Observed } from '../session.js';
import type { Check, CheckContext, Mutations } from './check.js';
import { countOf, type Judge, probeFamily } from './probe-family.js';

/** A check of variations that a conforming target accepts. */
export type AcceptsOptions<T> = Mutations<T> & {
  settings?: readonly string[];
  /** Where more than a refusal has to be told; {@link judgeAccepted} otherwise. */
  judge?: Judge;
};

/**
 * A check that each variation of the control gets a token. A refusal counts where it comes again and the
 * control is still accepted right after.
 */
export function accepts<T>(name: string, options: AcceptsOptions<T>): Check {
  const { settings, judge = judgeAccepted } = options;
  return {
    name,
    ...(settings && { settings }),
    forecast: (t, forecast) => {
      forecast.control();
      forecast.granted(countOf(t, options));
    },
    run: async (t) => {
      const control = await t.requireControl();
      const { runs, sample, violation, unanswered } = await probeFamily(t, options, {}, judge);
      if (violation) {
        const probe = await t.session.record(violation.observed);
        const after = await t.confirmControl([control, probe]);
        return {
          outcome: 'failed',
          message: violation.message,
          exchanges: [control, probe, after],
          runs,
          ...(violation.counterexample && { counterexample: violation.counterexample }),
        };
      }
      const evidence = sample ? [control, await t.session.record(sample)] : [control];
      if (unanswered !== undefined)
        throw cantTell(`not every variation got an answer: ${unanswered}`, evidence);
      const message =
        runs === 1
          ? `accepted: ${sample ? t.describe(sample) : ''}`
          : `all ${runs} variations were accepted`;
      return { outcome: 'passed', message, exchanges: evidence, runs };
    },
  };
}

/** Refused each time that it was sent: a single refusal can be a passing trouble of the target. */
export function judgeAccepted(observed: Observed, t: CheckContext): string | undefined | null {
  if (givesToken(observed.answer)) return undefined;
  if (observed.unconfirmed) return null;
  const { mutation } = observed.context;
  return `refused (${t.describe(observed)}) though the request is right: ${mutation?.name ?? 'it is the control'}`;
}
