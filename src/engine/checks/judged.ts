import { say } from '../../messages/message.js';
import { RunEnded } from '../http/run-ended.js';
import { type CheckEnded, untested } from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import { type Check, type CheckContext, type Terms, termsOf } from './check.js';

/** A check over all messages of the run that its requirement speaks of. */
export interface JudgedOptions<S extends ServiceId> extends Terms<S> {
  /** What is judged: `grants` need an accepted control, `refusals` samples of each fault class. */
  over: 'grants' | 'refusals' | 'answers' | 'answers 429' | 'valid requests';
  /** Fewer messages that break it are a passing trouble, and noted. Default 1. */
  least?: number;
  /** The finding if no message could be judged; `untested` unless told. */
  otherwise?: CheckEnded;
  /** Sends what the run didn't see on its own; for checks that run alone. */
  prepare?: (t: CheckContext<S>) => Promise<void>;
  /** Counts what `prepare` sends. */
  forecast?: Check<S>['forecast'];
}

/** A check that was judged message by message as they came: what the tally holds decides it. */
export function judged<S extends ServiceId>(name: string, options: JudgedOptions<S>): Check<S> {
  const { over, prepare, least = 1 } = options;
  // A grant proves by itself that the target was well.
  const settles = over !== 'grants' && over !== 'answers 429';
  const readsOnly = !prepare && over !== 'refusals' && over !== 'answers 429';
  return {
    name,
    judges: true,
    ...(readsOnly && { readsOnly }),
    ...termsOf(options),
    forecast: (t, forecast) => {
      forecast.control();
      options.forecast?.(t, forecast);
      if (settles) forecast.settle();
    },
    run: async (t) => {
      const control = await t.session.control();
      if (control.outcome !== 'accepted') throw untested(control.message, control.exchanges);
      await unlessEnded(t, async () => {
        await prepare?.(t);
        if (settles) await t.session.settle();
      });
      const { judged: count, violations, plainest } = t.session.shared.tally.of(t.id);
      const example = plainest && (await t.session.record(plainest.evidence));
      if (plainest && example !== undefined && violations >= least) {
        const { askedBy, context } = plainest.evidence;
        const { message } = plainest;
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
      // Of a target that ended early, what it would have said later isn't known.
      if (t.session.state.course.ended) throw new RunEnded();
      if (count === 0) {
        throw (
          options.otherwise ??
          untested(say('run/checks/none-spoke-of-it', { over }), control.exchanges)
        );
      }
      return {
        outcome: 'passed',
        message: plainest
          ? say('run/checks/broken-once', { message: plainest.message, judged: count, over })
          : say('run/checks/kept', { judged: count, over }),
        exchanges: [...control.exchanges, ...(example === undefined ? [] : [example])],
        runs: count,
      };
    },
  };
}

/** Does work that a target which is asked nothing more leaves undone: what was seen before counts all the same. */
async function unlessEnded<S extends ServiceId>(
  t: CheckContext<S>,
  work: () => Promise<void>,
): Promise<void> {
  const { course } = t.session.state;
  if (course.ended) return;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RunEnded && course.ended)) throw error;
  }
}
