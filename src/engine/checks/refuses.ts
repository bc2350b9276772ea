import { say, type Text } from '../../messages/message.js';
import type { Observed } from '../session/observed.js';
import { cantTell } from '../session/outcome.js';
import type { FaultClass, ServiceId } from '../session/service.js';
import { type Check, type CheckContext, type Mutations, type Terms, termsOf } from './check.js';
import { countOf, inputsOf, probeFamily, type Silence, shrinksOf } from './probe-family.js';

/** A negative check: what its probes have in common. */
export type RefusesOptions<T, S extends ServiceId> = Mutations<T, S> &
  Terms<S> & {
    /** What the probes get wrong; the area `errors` judges their answers by it. */
    as: FaultClass;
    /** The header or member that they get wrong. */
    field?: string;
    /** One request that is sent first, and granted: what the probes build on. */
    before?: (t: CheckContext<S>) => Promise<unknown>;
    silence?: Silence;
    /** What a grant shows of the target, in words that its developer knows. */
    shows?: Text;
    /** Measured once all probes were refused, for the dialect. */
    measure?: { run: (t: CheckContext<S>) => Promise<void>; forecast: Check<S>['forecast'] };
  };

/**
 * A check that its probes are refused. Whether they get the right answer is the area `errors`'s
 * question. Rests on a control accepted before and after.
 */
export function refuses<T, S extends ServiceId>(
  name: string,
  options: RefusesOptions<T, S>,
): Check<S> {
  const { as: faultClass, field, before, silence, shows, measure } = options;
  return {
    name,
    confirms: true,
    refuses: faultClass,
    // A measurement goes by halving.
    ...(measure && { sequential: true }),
    ...termsOf(options),
    inputs: (t) => inputsOf(t, options),
    forecast: (t, forecast) => {
      forecast.control();
      if (before) forecast.granted(1);
      forecast.refused(countOf(t, options), faultClass);
      forecast.shrinking(shrinksOf(t, options));
      if (!t.session.once) measure?.forecast(t, forecast);
      forecast.confirm();
    },
    run: async (t) => {
      const control = await t.requireControl();
      await before?.(t);
      const fault = { faultClass, ...(field !== undefined && { faultField: field }) };
      const judge = (observed: Observed<S>) =>
        t.session.grants(observed)
          ? say('run/checks/granted-though', {
              granting: t.session.service.adapter.granting,
              answer: t.describe(observed),
              mutation: observed.context.mutation?.name ?? say('run/checks/it-is-the-control'),
              shows,
            })
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
        throw cantTell(say('run/checks/not-all-probes-answered', { why: unanswered }), [
          control,
          ...evidence,
        ]);
      // A measurement has requests carried out.
      if (!t.session.once) await measure?.run(t);
      const after = await t.confirmControlInTime([control, ...evidence]);
      const message =
        runs === 1
          ? say('run/checks/refused', { answer: sample ? t.describe(sample) : '' })
          : say('run/checks/all-refused', { runs });
      return { outcome: 'passed', message, exchanges: [control, ...evidence, ...after], runs };
    },
  };
}
