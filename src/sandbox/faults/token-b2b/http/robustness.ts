import { decodeSignature } from '../../../../protocol/signature.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { withTransport } from '../../../answers/change-answer.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import { tokenB2bGrantAnswer } from '../../../token-b2b/service.js';
import { opaqueToken } from '../../../tokens/issue.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** How many things are wrong with a request; what is absent doesn't count. */
function defects({ steps }: TokenB2bPolicy, attempt: TokenAttempt): number {
  const { header, clients } = attempt;
  const timestamp = header('X-TIMESTAMP');
  const clientId = header('X-CLIENT-KEY');
  const signature = header('X-SIGNATURE');
  const content = (['contentType', 'body', 'grantType'] as const).some((name) =>
    steps[name](attempt),
  );
  return [
    timestamp !== undefined && !parseTimestamp(timestamp).ok,
    clientId !== undefined && !clients.has(clientId),
    signature !== undefined && decodeSignature(signature, 'base64') === undefined,
    content,
  ].filter(Boolean).length;
}

/** What goes wrong when two things are wrong with a request at once. */
export const tokenB2bRobustnessFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'breaks-off-at-disorder',
    title: 'breaks the connection off when two things are wrong at once',
    trips: ['token-b2b/http/robustness'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }, attempt) =>
        faultClass === 'path' || faultClass === 'method' || defects(policy, attempt) < 2
          ? answer
          : withTransport(answer, { cut: true }),
      ),
  },
  {
    service: 'token-b2b',
    name: 'fails-open',
    title: 'grants when two things are wrong at once: its error handler trips over the second',
    trips: ['token-b2b/http/robustness'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }, attempt) => {
        const [client] = attempt.clients.values();
        if (!client || faultClass === 'path' || faultClass === 'method') return answer;
        if (defects(policy, attempt) < 2) return answer;
        const grant = { client, seconds: policy.seconds, now: attempt.now };
        return tokenB2bGrantAnswer(policy.settings, grant, opaqueToken());
      }),
  },
];
