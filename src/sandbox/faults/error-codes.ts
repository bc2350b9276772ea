import type { Answer } from '../answer.js';
import type { DocumentedClass } from '../refusal.js';
import { changeRefusal, type TokenFault, withMembers } from './fault.js';

/** The responseCode of an answer, as text. */
export function codeOf({ body }: Answer): string {
  return String(body['responseCode']);
}

/** Answers one fault class with another code, and the HTTP status that belongs to that code. */
function answersWith(
  faultClass: DocumentedClass,
  status: number,
  caseCode: string,
  name: string,
  title: string,
): TokenFault {
  return {
    name,
    title,
    trips: [`errors/${faultClass}`],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) => ({
          ...withMembers(answer, {
            responseCode: `${status}${policy.settings.serviceCode}${caseCode}`,
          }),
          status,
        }),
        [faultClass],
      ),
  };
}

/** What is wrong with the responseCode of refused requests. */
export const errorCodeFaults: readonly TokenFault[] = [
  {
    name: 'six-digit-codes',
    title: 'loses the last digit of responseCode in a refusal',
    trips: ['errors/seven-digits'],
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: codeOf(answer).slice(0, -1) }),
      ),
  },
  {
    name: 'status-of-its-own',
    title: 'sends HTTP 422 where its code says 400',
    trips: ['errors/status-matches-code'],
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        answer.status === 400 ? { ...answer, status: 422 } : answer,
      ),
  },
  {
    name: 'code-of-another-service',
    title: 'answers with the service code of another service: 24',
    trips: ['errors/service-code'],
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: codeOf(answer).replace(/^(...)../, '$124') }),
      ),
  },
  {
    name: 'invented-case',
    title: 'answers a wrong media type with a case that the standard does not have: 99',
    trips: ['errors/known-case'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) =>
          withMembers(answer, {
            responseCode: `400${policy.settings.serviceCode}99`,
            responseMessage: 'Unsupported Media Type Content-Type',
          }),
        ['content-type'],
      ),
  },
  answersWith(
    'missing-field',
    400,
    '01',
    'missing-field-as-wrong-format',
    'answers a missing field with the code of a wrong format',
  ),
  answersWith(
    'field-format',
    400,
    '00',
    'wrong-format-as-bad-request',
    'answers a field of the wrong format with the general code of a bad request',
  ),
  answersWith(
    'timestamp-format',
    400,
    '00',
    'bad-timestamp-as-bad-request',
    'answers a malformed timestamp with the general code of a bad request',
  ),
  answersWith(
    'unknown-client',
    400,
    '00',
    'unknown-client-as-bad-request',
    'answers an unknown client with the general code of a bad request',
  ),
  answersWith(
    'invalid-signature',
    400,
    '00',
    'bad-signature-as-bad-request',
    'answers a signature that does not verify with the general code of a bad request',
  ),
  answersWith(
    'grant-type',
    400,
    '00',
    'grant-type-as-bad-request',
    'answers another grantType with the general code of a bad request',
  ),
  answersWith(
    'malformed-body',
    401,
    '00',
    'malformed-body-as-unauthorised',
    'answers a body that it cannot parse as if the client were not authorised',
  ),
  answersWith(
    'method',
    405,
    '01',
    'method-as-operation',
    'answers another method as an operation that is not allowed now',
  ),
];
