import { type Message, say } from '../../messages/message.js';
import { type Answer, responseMessageOf } from '../http/answer.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { droppedHeader } from './dropped-header.js';

/** Statuses that speak of the address, the method or the type of the body: how it is signed wasn't looked at. */
const ofOtherThings = new Set([404, 405, 406, 410, 411, 413, 414, 415, 421, 426]);

/** The refusal is about who asks: a server that knows no such client has no key to verify with. */
const unknownClient =
  /unknown client|(?:client|key)\b.{0,20}\b(?:not found|unknown|unregistered|not registered|tidak terdaftar)/i;

const lockWords =
  /\b(?:lock(?:ed|out)?|block(?:ed|list)?|blacklist(?:ed)?|suspended|banned|too many|attempts?|terkunci|diblokir|dibekukan|percobaan)\b/i;

/** Whether another signature can be what a refused request lacks. */
export function mayBeSignature<S extends ServiceId>(refused: Observed<S>): boolean {
  const status = refused.answer?.status ?? 0;
  if (status < 400 || ofOtherThings.has(status)) return false;
  if (unknownClient.test(responseMessageOf(refused.answer) ?? '')) return false;
  const dropped = droppedHeader(refused);
  return dropped === undefined || dropped === 'X-TIMESTAMP';
}

/** Why nothing more is tried on a target; undefined if nothing speaks against it. */
export function whyToStop<S extends ServiceId>(
  { state, target, shared }: Session<S>,
  last: Observed<S> | undefined,
  refused: Observed<S> | undefined,
): Message | undefined {
  // A wrong signature may lock a client, whichever checks are allowed.
  if (target.production) return say('run/control/rules/production');
  if (shared.spent) return say('run/control/rules/once');
  if (state.client.pace.finding) return say('run/control/rules/throttled');
  if (!last) return undefined;
  const { answer, sent } = last;
  if (!answer)
    return sent.noAnswer?.kind === 'budget'
      ? say('run/control/rules/budget')
      : say('run/control/rules/silence');
  if (isLock(answer) || (answer.status === 403 && refused && refused.answer?.status !== 403))
    return say('run/control/rules/locked');
  return undefined;
}

function isLock(answer: Answer): boolean {
  return answer.status === 423 || lockWords.test(responseMessageOf(answer) ?? '');
}
