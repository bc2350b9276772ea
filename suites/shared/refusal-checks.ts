import type { ServiceAnswers } from '../../schemas/generated/profile.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { calledOnce, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, FaultClass, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import type { DocumentedClass } from '../../src/protocol/fault-classes.js';
import { hasOwnCodes } from './documented-answers.js';

/** A plain request that is refused, for a run that saw no refusal of its class. */
export type Sample<S extends ServiceId> =
  | {
      mutation: Mutation<DraftOf<S>>;
      /** The header or member that it gets wrong. */
      field?: string;
    }
  /** When it takes more than one request: `granted` of them are carried out before. */
  | { send: (t: CheckContext<S>) => Promise<unknown>; granted: number };

/** One sample of each fault class; a class that the target can't be shown is left out. */
export type Samples<S extends ServiceId> = Partial<Record<DocumentedClass<S>, Sample<S>>>;

/**
 * The checks over every refusal of the run, one for each fault class among them.
 *
 * @param more Names of those that only some services have.
 */
export function refusalChecks<S extends ServiceId>(
  classes: readonly DocumentedClass<S>[],
  samples: (t: CheckContext<S>) => Samples<S>,
  more: readonly string[] = [],
): Check<S>[] {
  const entries = (t: CheckContext<S>) =>
    (Object.entries(samples(t)) as [FaultClass, Sample<S>][]).filter(
      ([, sample]) => !carriesOut(t, sample),
    );
  const sampled: Pick<Parameters<typeof judged<S>>[1], 'prepare' | 'forecast'> = {
    prepare: async (t) => {
      for (const [faultClass, sample] of entries(t)) {
        if (t.session.shared.refusedClasses.has(faultClass)) continue;
        if ('send' in sample) await sample.send(t);
        else
          await t.session.probe(sample.mutation, {
            faultClass,
            ...(sample.field !== undefined && { faultField: sample.field }),
          });
      }
    },
    forecast: (t, forecast) => {
      for (const [faultClass, sample] of entries(t)) {
        if (forecast.hasRefused(faultClass)) continue;
        if ('send' in sample) forecast.granted(sample.granted);
        forecast.refused(1, faultClass);
      }
    },
  };
  const refusal = (name: string, settings: string[] = [], when?: Check<S>['when']) =>
    judged<S>(name, { over: 'refusals', ...sampled, settings, ...(when && { when }) });
  const classAnswer = (faultClass: DocumentedClass<S>) =>
    refusal(faultClass, [`/answers/${faultClass}`], (t) => {
      if (answersOf(t)[faultClass] === 'unspecified')
        throw inapplicable(say('shared/errors/answer-not-documented'));
      const sample = samples(t)[faultClass];
      if (!sample) throw inapplicable(say('shared/errors/nothing-gets-it-wrong'));
      if (carriesOut(t, sample)) throw calledOnce(t.session.target);
    });
  return [
    refusal('shape'),
    refusal('seven-digits', [], ifSnapCodes),
    refusal('status-matches-code', [], ifSnapCodes),
    refusal('service-code', ['/serviceCode'], ifSnapCodes),
    refusal('known-case', [], ifSnapCodes),
    ...classes.map(classAnswer),
    judged<S>('message-pattern', {
      over: 'refusals',
      ...sampled,
      settings: ['/answers'],
      when: ifAnyMessage,
      otherwise: inapplicable(say('shared/errors/no-documented-message-seen')),
    }),
    judged<S>('message-names-field', {
      over: 'refusals',
      ...sampled,
      settings: ['/answers'],
      when: ifAnyDocumented,
      otherwise: inapplicable(say('shared/errors/no-field-case-seen')),
    }),
    refusal('message-length'),
    refusal('json-content-type'),
    refusal('timestamp-header', ['/success/headers/X-TIMESTAMP'], ({ settings }) => {
      if (settings.success.headers['X-TIMESTAMP'] === 'unspecified')
        throw inapplicable(say('shared/response/header-not-documented', { header: 'X-TIMESTAMP' }));
    }),
    ...more.map((name) => refusal(name)),
    refusal('no-5xx'),
    judged<S>('valid-not-5xx', { over: 'valid requests', least: 2 }),
    refusal('no-leak'),
    refusal('never-a-success-status'),
  ];
}

/** True for a sample that has requests carried out, of a service that may be carried out once alone. */
function carriesOut<S extends ServiceId>({ session }: CheckContext<S>, sample: Sample<S>): boolean {
  return session.once && 'send' in sample && sample.granted > 0;
}

/** The parts of a code mean something in SNAP's form alone. */
function ifSnapCodes<S extends ServiceId>({ settings }: CheckContext<S>): void {
  if (hasOwnCodes(settings)) throw inapplicable(say('shared/errors/codes-of-own-form'));
}

function answersOf<S extends ServiceId>({ settings }: CheckContext<S>) {
  return settings.answers as Record<string, ServiceAnswers>;
}

function ifAnyDocumented<S extends ServiceId>(t: CheckContext<S>): void {
  if (Object.values(answersOf(t)).every((answers) => answers === 'unspecified'))
    throw inapplicable(say('shared/errors/no-answer-documented'));
}

function ifAnyMessage<S extends ServiceId>(t: CheckContext<S>): void {
  const documented = Object.values(answersOf(t)).flatMap((answers) =>
    answers === 'unspecified' ? [] : answers,
  );
  if (documented.every(({ pattern }) => pattern === undefined))
    throw inapplicable(say('shared/errors/no-message-documented'));
}
