import { say } from '../../messages/message.js';
import { type CheckEnded, untested } from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import { type Check, type CheckContext, type Terms, termsOf } from './check.js';

/** A check over all messages of the run that its requirement speaks of. */
export interface JudgedOptions<S extends ServiceId> extends Terms<S> {
  /** What is judged: `grants` need an accepted control, `refusals` samples of each fault class. */
  over: 'grants' | 'refusals' | 'answers' | 'answers 429';
  /** The finding if no message could be judged; `untested` unless told. */
  otherwise?: CheckEnded;
  /** Sends what the run didn't see on its own; for checks that run alone. */
  prepare?: (t: CheckContext<S>) => Promise<void>;
  /** Counts what `prepare` sends. */
  forecast?: Check<S>['forecast'];
}

/** A check that was judged message by message as they came: what the tally holds decides it. */
export function judged<S extends ServiceId>(name: string, options: JudgedOptions<S>): Check<S> {
  const { over, prepare } = options;
  return {
    name,
    judges: true,
    ...termsOf(options),
    forecast: (t, forecast) => {
      forecast.control();
      options.forecast?.(t, forecast);
    },
    run: async (t) => {
      const control = await t.session.control();
      if (control.outcome !== 'accepted') throw untested(control.message, control.exchanges);
      await prepare?.(t);
      const { judged: count, violations, smallest } = t.session.shared.tally.of(t.id);
      if (smallest) {
        const example = await t.session.record(smallest.evidence);
        const { askedBy, context } = smallest.evidence;
        const { message } = smallest;
        return {
          outcome: 'failed',
          message:
            count === 1
              ? message
              : say('run/checks/some-of', { message, violations, judged: count, over }),
          exchanges: [...new Set([...control.exchanges, example])],
          runs: count,
          // The control is sent by any check.
          ...(context.purpose === 'probe' && askedBy !== undefined && { shownBy: askedBy }),
        };
      }
      if (count === 0) {
        throw (
          options.otherwise ??
          untested(say('run/checks/none-spoke-of-it', { over }), control.exchanges)
        );
      }
      return {
        outcome: 'passed',
        message: say('run/checks/kept', { judged: count, over }),
        exchanges: control.exchanges,
        runs: count,
      };
    },
  };
}
