import type { Sent } from '../http/wire.js';
import type { Observed } from './observed.js';
import type { ServiceId } from './service.js';

/** How good an example of a violation an exchange is: first the kind, then bytes; the smaller, the better. */
export interface Plainness {
  kind: number;
  size: number;
}

/**
 * The control is the plainest, then what a check sends with a documented answer, then what has none, then what
 * the tool asks for its own sake; a request in another client's name is shown only if no other breaks the rule.
 *
 * @param otherClient Id of the other client, if the config has one.
 */
export function plainnessOf<S extends ServiceId>(
  { sent, context }: Pick<Observed<S>, 'sent' | 'context'>,
  otherClient: string | undefined,
): Plainness {
  return { kind: kinds.indexOf(kindOf(sent, context, otherClient)), size: sizeOf(sent) };
}

const kinds = ['control', 'probe', 'undocumented', 'diagnosis', 'other client'] as const;

function kindOf<S extends ServiceId>(
  { request }: Sent,
  { purpose, faultClass, diagnosis, repeats }: Observed<S>['context'],
  otherClient: string | undefined,
): (typeof kinds)[number] {
  if (request.headers.some(([, value]) => value === otherClient)) return 'other client';
  if (diagnosis || repeats) return 'diagnosis';
  if (faultClass === 'other') return 'undocumented';
  return purpose === 'control' ? 'control' : 'probe';
}

/** Of the whole request, and of the answer's body: what a reader has to look through. */
function sizeOf({ request, response }: Sent): number {
  const { path, headers, body } = request;
  return (
    path.length +
    headers.flat().join('').length +
    (body?.length ?? 0) +
    (response?.body.length ?? 0)
  );
}
