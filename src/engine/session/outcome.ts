import type { Counterexample, Outcome } from '../../../schemas/generated/result.js';
import { type Message, say, type Text } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { TargetPlan } from '../plan/plan.js';

/** What a check found; becomes a check result once id, level and sources are added. */
export interface Finding {
  outcome: Outcome;
  /** A check of the user's own may say it in a plain text. */
  message: Text;
  /** Ids of recorded exchanges. */
  exchanges: string[];
  /** Requests or messages that the outcome stands on. */
  runs?: number;
  counterexample?: Counterexample;
  contradictions?: string[];
  /** Id of another check, in whose probes it shows. */
  shownBy?: string;
}

/** Thrown by a check's steps when the outcome is settled early: nothing to test, or no way to tell. */
export class CheckEnded extends Error {
  constructor(readonly finding: Finding) {
    super(render(finding.message));
  }
}

/** Not tested, and why: a missing config value, a control that was refused. */
export function untested(reason: Message, exchanges: string[] = []): CheckEnded {
  return new CheckEnded({ outcome: 'untested', message: reason, exchanges });
}

/** Not tested, because it has a service carried out that may be carried out once alone. */
export function calledOnce({ transaction }: Pick<TargetPlan, 'transaction'>): CheckEnded {
  return untested(say('run/checks/called-once', { serviceCode: transaction?.serviceCode ?? '' }));
}

/** Not tested, because neither the control nor a token request can show afterwards that the target is well. */
export function nothingConfirms({
  transaction,
  profile,
}: Pick<TargetPlan, 'transaction' | 'profile'>): CheckEnded {
  const { serviceCode = '' } = transaction ?? {};
  return untested(say('run/checks/nothing-confirms', { serviceCode, title: profile.title }));
}

/** Tested, but the target gave no answer to judge. */
export function cantTell(reason: Message, exchanges: string[] = []): CheckEnded {
  return new CheckEnded({ outcome: 'cantTell', message: reason, exchanges });
}

/** Not asked for by the profile's document. */
export function inapplicable(reason: Message): CheckEnded {
  return new CheckEnded({ outcome: 'inapplicable', message: reason, exchanges: [] });
}
