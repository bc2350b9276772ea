import { givesToken } from '../answer.js';
import { cantTell } from '../outcome.js';
import type { FaultClass } from '../service.js';
import type { Observed } from '../session.js';
import type { Check, CheckContext, Mutations } from './check.js';
import { countOf, probeFamily, type Silence } from './probe-family.js';

/** A negative check: what its probes have in common. */
export type RefusesOptions<T> = Mutations<T> & {
  /** What the probes get wrong; the area `errors` judges their answers by it. */
  as: FaultClass;
  /** The header or member that they get wrong. */
  field?: string;
  settings?: readonly string[];
  when?: (t: CheckContext) => void;
  /** One request that is sent first, and granted: what the probes build on. */
  before?: (t: CheckContext) => Promise<unknown>;
  silence?: Silence;
  /** Measured once all probes were refused, for the dialect. */
  measure?: { run: (t: CheckContext) => Promise<void>; forecast: Check['forecast'] };
};

/**
 * A check that its probes get no token. Whether they get the right answer is the area `errors`'s
 * question. Rests on a control accepted before and after.
 */
export function refuses<T>(name: string, options: RefusesOptions<T>): Check {
  const { as: faultClass, field, settings, when, before, silence, measure } = options;
  return {
    name,
    ...(settings && { settings }),
    ...(when && { when }),
    forecast: (t, forecast) => {
      forecast.control();
      if (before) forecast.granted(1);
      forecast.refused(countOf(t, options), faultClass);
      measure?.forecast(t, forecast);
      forecast.confirm();
    },
    run: async (t) => {
      const control = await t.requireControl();
      await before?.(t);
      const fault = { faultClass, ...(field !== undefined && { faultField: field }) };
      const judge = (observed: Observed) =>
        givesToken(observed.answer)
          ? `a token was given (${t.describe(observed)}) though ${observed.context.mutation?.name}`
          : undefined;
      const { runs, sample, violation, unanswered } = await probeFamily(
        t,
        options,
        fault,
        judge,
        silence,
      );
      if (violation) {
        const exchanges = [control, await t.session.record(violation.observed)];
        // Of a target that answers nothing any more, silence says nothing.
        if (!violation.observed.answer) exchanges.push(await t.confirmControl(exchanges));
        return {
          outcome: 'failed',
          message: violation.message,
          exchanges,
          runs,
          ...(violation.counterexample && { counterexample: violation.counterexample }),
        };
      }
      const evidence = sample ? [await t.session.record(sample)] : [];
      if (unanswered !== undefined)
        throw cantTell(`not every probe got an answer: ${unanswered}`, [control, ...evidence]);
      await measure?.run(t);
      const after = await t.confirmControlInTime([control, ...evidence]);
      const message =
        runs === 1
          ? `refused: ${sample ? t.describe(sample) : ''}`
          : `all ${runs} probes were refused`;
      return { outcome: 'passed', message, exchanges: [control, ...evidence, ...after], runs };
    },
  };
}
