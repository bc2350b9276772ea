import { cantTell } from '../outcome.js';
import type { ServiceId } from '../service.js';
import type { Observed } from '../session.js';
import { type Check, type CheckContext, type Mutations, type Terms, termsOf } from './check.js';
import { countOf, type Judge, probeFamily } from './probe-family.js';

/** A check of variations that a conforming target accepts. */
export type AcceptsOptions<T, S extends ServiceId = 'token-b2b'> = Mutations<T, S> &
  Terms<S> & {
    /** Where more than a refusal has to be told; {@link judgeAccepted} otherwise. */
    judge?: Judge<S>;
  };

/**
 * A check that each variation of the control gets a token. A refusal counts where it comes again and the
 * control is still accepted right after.
 */
export function accepts<T, S extends ServiceId = 'token-b2b'>(
  name: string,
  options: AcceptsOptions<T, S>,
): Check<S> {
  const { judge = judgeAccepted } = options;
  return {
    name,
    ...termsOf(options),
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
export function judgeAccepted<S extends ServiceId>(
  observed: Observed<S>,
  t: CheckContext<S>,
): string | undefined | null {
  if (t.session.grants(observed)) return undefined;
  if (observed.unconfirmed) return null;
  const { mutation } = observed.context;
  return `refused (${t.describe(observed)}) though the request is right: ${mutation?.name ?? 'it is the control'}`;
}
