import { withMembers } from '../../answers/change-answer.js';
import { changeRefusal } from '../../policies/change-policy.js';
import type { AnyPolicy } from '../../policies/policy.js';
import { opaqueToken } from '../../tokens/issue.js';
import type { TokenFault } from '../fault.js';
import type { RefusalDeviation } from './refusals/deviation.js';
import { answersWith, refusalDeviations } from './refusals/deviations.js';

const ofTokens = (deviation: RefusalDeviation): TokenFault => ({
  ...deviation,
  trips: [`errors/${deviation.trips}`],
});

/** What is wrong with the answers to refused requests, in either token service. */
export const tokenErrorFaults: readonly TokenFault[] = [
  ...refusalDeviations.map(ofTokens),
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
  ...[
    answersWith(
      'unknown-client',
      400,
      '00',
      'Bad Request',
      'unknown-client-as-bad-request',
      'answers an unknown client with the general code of a bad request',
    ),
    answersWith(
      'grant-type',
      400,
      '00',
      'Bad Request',
      'grant-type-as-bad-request',
      'answers another grantType with the general code of a bad request',
    ),
    answersWith(
      'method',
      405,
      '01',
      'Requested Operation Is Not Allowed',
      'method-as-operation',
      'answers another method as an operation that is not allowed now',
    ),
    answersWith(
      'method',
      404,
      '02',
      'Invalid Routing',
      'method-as-path',
      'has no route for another method, and answers as if the path were unknown',
    ),
    {
      name: 'method-refused-by-router',
      title: 'leaves other methods to its router, which has a page for them',
      trips: 'method',
      apply: <P extends AnyPolicy>(policy: P): P =>
        changeRefusal(
          policy,
          (answer) => ({
            ...answer,
            status: 405,
            headers: { Allow: 'POST', 'Content-Type': 'text/html' },
            serialise: () => '<!doctype html><title>405</title><p>Method not allowed',
          }),
          ['method'],
        ),
    },
    {
      name: 'method-refused-in-router-json',
      title: 'leaves other methods to its router, which answers in JSON of its own',
      trips: 'method',
      apply: <P extends AnyPolicy>(policy: P): P =>
        changeRefusal(
          policy,
          (answer) => ({
            ...answer,
            status: 405,
            headers: { Allow: 'POST', 'Content-Type': 'application/json' },
            body: { detail: 'Method Not Allowed' },
          }),
          ['method'],
        ),
    },
  ].map(ofTokens),
];
