import { responseMessageOf } from '../http/answer.js';
import { showsByHour } from '../mistakes/likelihood.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { type Attempt, type Attempted, attemptEach } from './attempt.js';
import { mayBeSignature } from './restraint.js';
import { formAttempts } from './taken-form.js';

/** How far it is tried to find out what a target takes. */
export type Persistence = 'usual' | 'deep';

/**
 * How many requests that takes at most, for each service that refuses its control; what shows at certain hours alone is
 * sent besides.
 */
export const mostAttempts: Readonly<Record<Persistence, number>> = { usual: 10, deep: 1000 };

/** Sends the control with other timestamps and by other rules, the likeliest first, until the target takes one. */
export async function attemptAll<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  persistence: Persistence,
): Promise<Attempted<S>> {
  const none = { ruledOut: 0, left: 0 };
  if (!mayBeSignature(control)) return none;
  const draft = session.draft();
  const rules = session.service.adapter
    .candidates(session, draft)
    .map((rule): Attempt<S> => ({ rule, mutation: rule, overrides: rule.overrides }));
  if (rules.length === 0) return none;
  const forms = formAttempts(session);
  const first = leading(rules, mostAttempts.usual - forms.length);
  const byHour = first.filter(({ rule }) => rule && showsByHour(rule.mistakes)).length;
  const ofTime = /timestamp/i.test(responseMessageOf(control.answer) ?? '');
  const all = [
    ...(ofTime ? [...forms, ...first] : [...first, ...forms]),
    ...rules.slice(first.length),
  ];
  const most = mostAttempts[persistence] + (persistence === 'usual' ? byHour : 0);
  const found = await attemptEach(session, all.slice(0, most), control);
  const attempted = { ...found, left: found.left + Math.max(0, all.length - most) };
  const { taken } = attempted;
  if (taken?.attempt.form === undefined || ofTime) return attempted;
  // It may take each form, and print the timestamp in this one before it verifies: then it takes the documented form
  // when that text is signed. A form that its own printing leaves alone is taken likewise.
  const sent = all.indexOf(taken.attempt) + 1;
  const { timestamp } = taken.attempt.mutation.apply(draft);
  const prints = ({ rule }: Attempt<S>) => rule?.mark(draft)?.includes(timestamp) ?? false;
  const ofPrinting = all.slice(sent).filter(isOfTime);
  const printing = [...ofPrinting.filter(prints), ...ofPrinting.filter((each) => !prints(each))];
  const told = await attemptEach(session, printing.slice(0, most - sent), taken.observed);
  return {
    ...attempted,
    ruledOut: attempted.ruledOut + told.ruledOut,
    ...(told.taken && {
      taken: {
        ...told.taken,
        attempt: { ...told.taken.attempt, overrides: taken.attempt.overrides },
      },
    }),
  };
}

/**
 * The first rules, without counting what shows at certain hours alone: what else is tried, and so what is found, is the
 * same all day.
 */
function leading<S extends ServiceId>(rules: readonly Attempt<S>[], count: number): Attempt<S>[] {
  let counted = 0;
  const end = rules.findIndex(({ rule }) => {
    if (counted === count) return true;
    if (!rule || !showsByHour(rule.mistakes)) counted += 1;
    return false;
  });
  return end < 0 ? [...rules] : rules.slice(0, end);
}

function isOfTime<S extends ServiceId>({ rule }: Attempt<S>): boolean {
  return rule?.mistakes.every(({ id }) => id.startsWith('time/')) ?? false;
}
