import { parseTimestamp } from '../../../protocol/timestamp.js';
import { withMembers } from '../../answers/change-answer.js';
import { changeRefusal } from '../../policies/change-policy.js';
import { withinWindow } from '../../tokens/within-window.js';
import type { TransactionFault } from '../fault.js';
import type { RefusalDeviation } from '../shared/refusals/deviation.js';
import { answersWith, refusalDeviations } from '../shared/refusals/deviations.js';

const ofTransaction = (deviation: RefusalDeviation): TransactionFault => ({
  ...deviation,
  service: 'transaction',
  name: `transaction-${deviation.name}`,
  title: `in transactions, ${deviation.title}`,
  trips: [`transaction/errors/${deviation.trips}`],
});

/** What is wrong with the answers to refused transactions. */
export const transactionErrorFaults: readonly TransactionFault[] = [
  ...refusalDeviations.map(ofTransaction),
  ...[
    answersWith(
      'missing-token',
      401,
      '01',
      'Invalid Token (B2B)',
      'missing-token-as-invalid',
      'answers a transaction without a token as one with an invalid token',
    ),
    answersWith(
      'invalid-token',
      401,
      '00',
      'Unauthorized',
      'invalid-token-as-unauthorised',
      'answers an invalid token as if the client were not authorised',
    ),
    answersWith(
      'conflict',
      400,
      '00',
      'Bad Request',
      'conflict-as-bad-request',
      'answers an X-EXTERNAL-ID that was used before with the general code of a bad request',
    ),
  ].map(ofTransaction),
  {
    ...ofTransaction(
      answersWith(
        'token-scope',
        401,
        '01',
        'Invalid Token (B2B)',
        'token-scope-as-invalid-token',
        'answers a token without the scope as one that is not good at all',
      ),
    ),
    call: { outOfScopeToken: 'a-token-that-is-good-for-other-services' },
  },
  ...[
    answersWith(
      'missing-customer-token',
      401,
      '03',
      'Token Not Found (B2B)',
      'missing-customer-token-as-missing-token',
      "answers a missing token of the customer as if the client's own were missing",
    ),
    answersWith(
      'invalid-customer-token',
      401,
      '01',
      'Invalid Token (B2B)',
      'invalid-customer-token-as-invalid-token',
      "answers an invalid token of the customer as if the client's own were invalid",
    ),
  ].map((deviation) => ({ ...ofTransaction(deviation), customer: true as const })),
  {
    service: 'transaction',
    name: 'transaction-invented-case',
    title: 'answers a timestamp that is too old with a case that the standard does not have: 99',
    trips: ['transaction/errors/known-case'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer, _refusal, { header, now }) => {
          const text = header('X-TIMESTAMP') ?? '';
          return parseTimestamp(text).ok && !withinWindow(text, policy.settings.timestamp, now)
            ? withMembers(answer, { responseCode: `400${policy.settings.serviceCode}99` })
            : answer;
        },
        ['timestamp-format'],
      ),
  },
];
