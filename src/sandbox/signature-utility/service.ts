import type { SignatureUtility } from '../../../schemas/resolved.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import type { Decision } from '../answers/decision.js';
import { headerOf, type Received } from '../answers/received.js';
import { refuse } from '../answers/refuse.js';
import { snapAnswer } from '../answers/sandbox-answer.js';
import type { UtilityAsked, UtilityName, UtilityPolicy } from './policy.js';
import { refusalOf, type UtilityServices, utilityOperations } from './steps.js';

/** The policy of a portal that keeps to the profile. */
export function conformingUtility(services: UtilityServices): UtilityPolicy {
  return { settings: services['signature-utility'], operations: utilityOperations(services) };
}

/** Which of the two services answers at a path; undefined if neither does. */
export function utilityAt(
  { offered, authPath, servicePath }: SignatureUtility,
  path: string,
): UtilityName | undefined {
  if (!offered) return undefined;
  if (path === authPath) return 'auth';
  return path === servicePath ? 'service' : undefined;
}

/** Answers a request to one of the two services. */
export async function answerUtility(
  { settings, operations }: UtilityPolicy,
  name: UtilityName,
  received: Received,
): Promise<Decision> {
  const operation = operations[name];
  const asked: UtilityAsked = {
    received,
    now: Date.now(),
    header: (header) => headerOf(received, header) ?? '',
  };
  const signed =
    refusalOf(operation, asked, settings) ??
    (await operation.sign(operation.stringToSign(asked), asked));
  if (!Buffer.isBuffer(signed)) {
    const { field } = signed;
    const called = field === undefined ? undefined : (settings.fields[field] ?? field);
    const named = called === undefined ? signed : { ...signed, field: called };
    return {
      answer: operation.onRefusal(refuse(settings, named, asked.now), signed, asked),
      refused: { step: name, refusal: signed, now: asked.now },
    };
  }
  const timestamp = formatTimestamp(asked.now, settings.success.headers.timestampForms[0]);
  const answer = snapAnswer(200, timestamp, { signature: operation.encode(signed) });
  return { answer: operation.onGrant(answer, asked) };
}
