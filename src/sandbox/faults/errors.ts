import { parseTimestamp } from '../../protocol/timestamp.js';
import { opaqueToken } from '../issue.js';
import { refuse } from '../refuse.js';
import { codeOf } from './error-codes.js';
import {
  changeRefusal,
  type TokenFault,
  withHeaders,
  withMembers,
  withoutHeader,
} from './fault.js';

/** What is wrong with the answers to refused requests, their codes aside. */
export const errorFaults: readonly TokenFault[] = [
  {
    name: 'error-code-as-number',
    title: 'sends responseCode of a refusal as a number',
    trips: ['errors/shape'],
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: Number(codeOf(answer)) }),
      ),
  },
  {
    name: 'error-members-renamed',
    title: 'names the members of a refusal ErrorCode and ErrorMessage, as its gateway does',
    trips: ['errors/shape'],
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
    trips: ['errors/message-pattern'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { field }) =>
        withMembers(answer, { responseMessage: `Something went wrong: ${field ?? 'try again'}` }),
      ),
  },
  {
    name: 'message-without-field',
    title: 'does not say which field is missing or wrong',
    trips: ['errors/message-names-field'],
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
    trips: ['errors/message-length'],
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
    trips: ['errors/json-content-type'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withHeaders(answer, { 'Content-Type': 'text/html' })),
  },
  {
    name: 'error-without-timestamp',
    title: 'leaves X-TIMESTAMP out of a refusal',
    trips: ['errors/timestamp-header'],
    apply: (policy) => changeRefusal(policy, (answer) => withoutHeader(answer, 'X-TIMESTAMP')),
  },
  {
    name: 'error-with-token',
    title: 'refuses an unknown client with 401 and puts a token into the body all the same',
    trips: ['errors/no-token'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withMembers(answer, { accessToken: opaqueToken() }), [
        'unknown-client',
      ]),
  },
  {
    name: 'impossible-date-breaks-it',
    title: 'fails with HTTP 500 when its date library throws at 30 February',
    trips: ['errors/no-5xx'],
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
    trips: ['errors/no-leak'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) =>
          withMembers(answer, {
            trace:
              'java.security.SignatureException: Signature does not match\n' +
              '\tat com.example.snap.SignatureVerifier.verify(SignatureVerifier.java:87)\n' +
              '\tat com.example.snap.TokenController.token(TokenController.java:41)',
          }),
        ['invalid-signature'],
      ),
  },
  {
    name: 'refuses-with-http-200',
    title: 'refuses clients and signatures under HTTP 200, with the true code in the body',
    trips: ['errors/never-a-success-status'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({ ...answer, status: 200 }), [
        'unknown-client',
        'invalid-signature',
      ]),
  },
];
