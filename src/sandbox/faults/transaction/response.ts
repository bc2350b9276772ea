import { formatTimestamp } from '../../../protocol/timestamp.js';
import { withHeaders, withMembers, withoutHeader } from '../../answers/change-answer.js';
import { filledMessage, longestMessage } from '../../answers/filled-message.js';
import { changeGrant } from '../../policies/change-policy.js';
import type { TransactionFault } from '../fault.js';

/** Changes the answer to transactions that were carried out. */
function answers(
  trips: string,
  name: string,
  title: string,
  apply: TransactionFault['apply'],
): TransactionFault {
  return { service: 'transaction', name, title, trips: [`transaction/response/${trips}`], apply };
}

/** What is wrong with the answer to a transaction that was carried out. */
export const transactionResponseFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'notification-acknowledged-by-a-word',
    title: 'acknowledges a notification with the word OK in plain text',
    trips: ['transaction/response/body-json', 'transaction/response/content-type'],
    profile: 'doku',
    merchant: true,
    apply: (policy) =>
      changeGrant(policy, (answer) => ({
        ...withHeaders(answer, { 'Content-Type': 'text/plain' }),
        serialise: () => 'OK',
      })),
  },
  answers(
    'status',
    'transaction-answers-created',
    'answers with HTTP 201 although its code says 200',
    (policy) => changeGrant(policy, (answer) => ({ ...answer, status: 201 })),
  ),
  answers(
    'content-type',
    'transaction-as-plain-text',
    'sends the JSON of its answer as text/plain',
    (policy) =>
      changeGrant(policy, (answer) => withHeaders(answer, { 'Content-Type': 'text/plain' })),
  ),
  answers(
    'body-json',
    'transaction-byte-order-mark',
    'begins the body of its answer with a byte order mark',
    (policy) =>
      changeGrant(policy, (answer) => ({
        ...answer,
        serialise: (body) => `\uFEFF${answer.serialise(body)}`,
      })),
  ),
  answers(
    'response-code',
    'transaction-success-code-of-another-service',
    'answers with the success code of the token service: 2007300',
    (policy) => changeGrant(policy, (answer) => withMembers(answer, { responseCode: '2007300' })),
  ),
  answers(
    'response-message',
    'transaction-empty-success-message',
    'leaves responseMessage of its answer empty',
    (policy) => changeGrant(policy, (answer) => withMembers(answer, { responseMessage: '' })),
  ),
  answers(
    'response-code',
    'transaction-success-code-as-number',
    'sends responseCode of its answer as a number',
    (policy) =>
      changeGrant(policy, (answer) =>
        withMembers(answer, { responseCode: Number(answer.body['responseCode']) }),
      ),
  ),
  answers(
    'response-message',
    'transaction-success-message-as-number',
    'sends a number as responseMessage of its answer',
    (policy) => changeGrant(policy, (answer) => withMembers(answer, { responseMessage: 200 })),
  ),
  answers(
    'response-message',
    'transaction-success-message-too-long',
    'fills responseMessage of its answer up to 151 characters',
    (policy) =>
      changeGrant(policy, (answer) =>
        withMembers(answer, { responseMessage: filledMessage('Successful', longestMessage + 1) }),
      ),
  ),
  answers(
    'timestamp-header',
    'transaction-answer-without-timestamp',
    'leaves X-TIMESTAMP out of its answer',
    (policy) => changeGrant(policy, (answer) => withoutHeader(answer, 'X-TIMESTAMP')),
  ),
  answers(
    'timestamp-header-format',
    'transaction-answer-timestamp-with-space',
    'prints X-TIMESTAMP of its answer with a space in place of the T',
    (policy) =>
      changeGrant(policy, (answer) =>
        withHeaders(answer, {
          'X-TIMESTAMP': (answer.headers['X-TIMESTAMP'] ?? '').replace('T', ' '),
        }),
      ),
  ),
  answers(
    'timestamp-header-now',
    'transaction-answer-timestamp-an-hour-off',
    'prints X-TIMESTAMP of its answer an hour behind its own Date header',
    (policy) =>
      changeGrant(policy, (answer, { now }) =>
        withHeaders(answer, {
          'X-TIMESTAMP': formatTimestamp(
            now - 3_600_000,
            policy.settings.success.headers.timestampForms[0],
          ),
        }),
      ),
  ),
];
