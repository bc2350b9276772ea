import { withTransport } from '../../../answers/change-answer.js';
import type { Received } from '../../../answers/received.js';
import type { SandboxAnswer } from '../../../answers/sandbox-answer.js';
import { changeGrant, changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

const byteOrderMark = Buffer.from('\uFEFF');
/** Levels that a stack of the usual size holds, if each takes a frame or two. */
const deepestStack = 5_000;
/** Size of a body in bytes that a small process can hold several times over. */
const largestBody = 500_000;

/** Cuts the connection on some requests, whatever the answer would have been. */
function breaksOff(
  name: string,
  title: string,
  trips: string,
  fits: (received: Received) => boolean,
): TokenB2bFault {
  const cutFor = (answer: SandboxAnswer, received: Received): SandboxAnswer =>
    fits(received) ? withTransport(answer, { cut: true }) : answer;
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/body/${trips}`],
    apply: (policy) =>
      changeRefusal(
        changeGrant(policy, (answer, _grant, received) => cutFor(answer, received)),
        (answer, _refusal, { received }) => cutFor(answer, received),
      ),
  };
}

/** Bodies that bring the server down. */
export const tokenB2bCrashFaults: readonly TokenB2bFault[] = [
  breaksOff(
    'byte-order-mark-breaks-it',
    'dies of a byte order mark before the JSON, and the connection with it',
    'survives-byte-order-mark',
    ({ body }) => body.subarray(0, 3).equals(byteOrderMark),
  ),
  breaksOff(
    'deep-nesting-breaks-it',
    'descends into the body by recursion until its stack is used up',
    'survives-deep-nesting',
    ({ body }) => body.toString('latin1').split(/[[{]/).length > deepestStack,
  ),
  breaksOff(
    'large-bodies-break-it',
    'runs out of memory over a body of a megabyte, and is started again',
    'survives-large-body',
    ({ headers }) => Number(headers['content-length'] ?? 0) > largestBody,
  ),
];
