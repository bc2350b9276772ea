import type { DocumentedClass } from '../../../../protocol/fault-classes.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { withHeaders, withMembers, withoutHeader } from '../../../answers/change-answer.js';
import { refuse } from '../../../answers/refuse.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import { failGrants } from '../../../policies/fail-grants.js';
import { refusalBodyDeviations } from './bodies.js';
import { codeOf, type RefusalDeviation } from './deviation.js';

/** Answers one fault class with another code, and with that code's HTTP status and message. */
export function answersWith(
  faultClass: DocumentedClass,
  status: number,
  caseCode: string,
  message: string,
  name: string,
  title: string,
): RefusalDeviation {
  return {
    name,
    title,
    trips: faultClass,
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer, { field = 'request' }) => ({
          ...withMembers(answer, {
            responseCode: `${status}${policy.settings.serviceCode}${caseCode}`,
            responseMessage: message.replace('{field}', () => field),
          }),
          status,
        }),
        [faultClass],
      ),
  };
}

/** What is wrong with refusals, in any service. */
export const refusalDeviations: readonly RefusalDeviation[] = [
  ...refusalBodyDeviations,
  {
    name: 'error-code-as-number',
    title: 'sends responseCode of a refusal as a number',
    trips: 'shape',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: Number(codeOf(answer)) }),
      ),
  },
  {
    name: 'error-members-renamed',
    title: 'names the members of a refusal ErrorCode and ErrorMessage, as its gateway does',
    trips: 'shape',
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({
        ...answer,
        body: {
          ErrorCode: answer.body['responseCode'],
          ErrorMessage: answer.body['responseMessage'],
        },
      })),
  },
  {
    name: 'messages-of-its-own',
    title: 'writes its own words into responseMessage',
    trips: 'message-pattern',
    apply: (policy) =>
      changeRefusal(policy, (answer, { field }) =>
        withMembers(answer, { responseMessage: `Something went wrong: ${field ?? 'try again'}` }),
      ),
  },
  {
    name: 'message-without-field',
    title: 'does not say which field is missing or wrong',
    trips: 'message-names-field',
    apply: (policy) =>
      changeRefusal(policy, (answer, { field }) =>
        field !== undefined && /0[12]$/.test(codeOf(answer))
          ? withMembers(answer, {
              responseMessage: String(answer.body['responseMessage']).replace(field, '').trim(),
            })
          : answer,
      ),
  },
  {
    name: 'message-too-long',
    title: 'appends a paragraph of help to responseMessage',
    trips: 'message-length',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, {
          responseMessage: `${String(answer.body['responseMessage'])}. ${'Please have a look at the integration guide. '.repeat(4)}`,
        }),
      ),
  },
  {
    name: 'error-as-html',
    title: 'sends the JSON of a refusal as text/html',
    trips: 'json-content-type',
    apply: (policy) =>
      changeRefusal(policy, (answer) => withHeaders(answer, { 'Content-Type': 'text/html' })),
  },
  {
    name: 'error-without-timestamp',
    title: 'leaves X-TIMESTAMP out of a refusal',
    trips: 'timestamp-header',
    apply: (policy) => changeRefusal(policy, (answer) => withoutHeader(answer, 'X-TIMESTAMP')),
  },
  {
    name: 'every-twelfth-grant-fails',
    title:
      'answers HTTP 500 to every twelfth valid request, when a connection of its pool is stale',
    trips: 'valid-not-5xx',
    apply: (policy) => failGrants(policy, (grant) => grant % 12 === 0),
  },
  {
    name: 'impossible-date-breaks-it',
    title: 'fails with HTTP 500 when its date library throws at 30 February',
    trips: 'no-5xx',
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer, _refusal, { header, now }) => {
          const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
          return !parsed.ok && parsed.problem.kind === 'impossible-date'
            ? refuse(policy.settings, { faultClass: 'internal' }, now)
            : answer;
        },
        ['timestamp-format'],
      ),
  },
  {
    name: 'shows-stack-trace',
    title: 'shows where its code stands when a signature does not verify',
    trips: 'no-leak',
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) =>
          withMembers(answer, {
            trace:
              'Signature does not match\n' +
              '\tat com.example.snap.SignatureVerifier.verify(SignatureVerifier.java:87)\n' +
              '\tat com.example.snap.TokenController.token(TokenController.java:41)',
          }),
        ['invalid-signature'],
      ),
  },
  {
    name: 'refuses-with-http-200',
    title: 'refuses clients and signatures under HTTP 200, with the true code in the body',
    trips: 'never-a-success-status',
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({ ...answer, status: 200 }), [
        'unknown-client',
        'invalid-signature',
      ]),
  },
  {
    name: 'six-digit-codes',
    title: 'loses the last digit of responseCode in a refusal',
    trips: 'seven-digits',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: codeOf(answer).slice(0, -1) }),
      ),
  },
  {
    name: 'status-of-its-own',
    title: 'sends HTTP 422 although its code says 400',
    trips: 'status-matches-code',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        answer.status === 400 ? { ...answer, status: 422 } : answer,
      ),
  },
  {
    name: 'code-of-another-service',
    title: 'answers with the service code of another service: 24',
    trips: 'service-code',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: codeOf(answer).replace(/^(...)../, '$124') }),
      ),
  },
  answersWith(
    'missing-field',
    400,
    '01',
    'Invalid Field Format {field}',
    'missing-field-as-wrong-format',
    'answers a missing field with the code of a wrong format',
  ),
  answersWith(
    'field-format',
    400,
    '00',
    'Bad Request',
    'wrong-format-as-bad-request',
    'answers a field of the wrong format with the general code of a bad request',
  ),
  answersWith(
    'timestamp-format',
    400,
    '00',
    'Bad Request',
    'bad-timestamp-as-bad-request',
    'answers a malformed timestamp with the general code of a bad request',
  ),
  answersWith(
    'invalid-signature',
    400,
    '00',
    'Bad Request',
    'bad-signature-as-bad-request',
    'answers a signature that does not verify with the general code of a bad request',
  ),
  answersWith(
    'malformed-body',
    401,
    '00',
    'Unauthorized',
    'malformed-body-as-unauthorised',
    'answers a body that it cannot parse as if the client were not authorised',
  ),
];
