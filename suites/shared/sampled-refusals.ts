import type { ServiceAnswers } from '../../schemas/generated/profile.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import type { Mutation } from '../../src/engine/draft.js';
import type { Forecast } from '../../src/engine/forecast.js';
import { inapplicable } from '../../src/engine/outcome.js';
import type { DraftOf, FaultClass, ServiceId } from '../../src/engine/service.js';

/** One plain refusal of a fault class. */
export interface RefusalSample<S extends ServiceId = 'token-b2b'> {
  mutation: Mutation<DraftOf<S>>;
  field?: string;
}

/** Checks over every refusal of the run; what it didn't see on its own is sampled first. */
export function sampledRefusals<S extends ServiceId>(
  samples: (t: CheckContext<S>) => Partial<Record<FaultClass, RefusalSample<S>>>,
) {
  const entries = (t: CheckContext<S>) =>
    Object.entries(samples(t)) as [FaultClass, RefusalSample<S>][];
  const sampled = {
    /** Sees to it that the run holds a refusal of each class, also where this area runs alone. */
    prepare: async (t: CheckContext<S>): Promise<void> => {
      for (const [faultClass, { mutation, field }] of entries(t)) {
        if (t.session.refusedClasses.has(faultClass)) continue;
        await t.session.probe(mutation, {
          faultClass,
          ...(field !== undefined && { faultField: field }),
        });
      }
    },
    forecast: (t: CheckContext<S>, forecast: Forecast): void => {
      for (const [faultClass] of entries(t)) {
        if (!forecast.hasRefused(faultClass)) forecast.refused(1, faultClass);
      }
    },
  };
  const refusal = (
    name: string,
    settings: string[] = [],
    when?: (t: CheckContext<S>) => void,
  ): Check<S> => judged(name, { over: 'refusals', ...sampled, settings, ...(when && { when }) });
  /** The documented answer to one fault class; inapplicable where the document shows none. */
  const classAnswer = (faultClass: FaultClass): Check<S> =>
    refusal(faultClass, [`/answers/${faultClass}`], (t) => {
      if (answersOf(t)[faultClass] === 'unspecified')
        throw inapplicable('the document does not show the answer to this');
    });
  return { refusal, classAnswer, sampled };
}

/** Ends a check on documented answers where the document shows none. */
export function ifAnyDocumented<S extends ServiceId>(t: CheckContext<S>): void {
  if (Object.values(answersOf(t)).every((answers) => answers === 'unspecified'))
    throw inapplicable('the document shows no answer to a wrong request');
}

function answersOf<S extends ServiceId>({ settings }: CheckContext<S>) {
  return settings.answers as Partial<Record<FaultClass, ServiceAnswers>>;
}
