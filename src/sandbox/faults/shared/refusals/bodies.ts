import { withMembers, withoutMember } from '../../../answers/change-answer.js';
import { filledMessage, longestMessage } from '../../../answers/filled-message.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import { codeOf, type RefusalDeviation } from './deviation.js';

/** What is wrong with the bodies of refusals, in any service. */
export const refusalBodyDeviations: readonly RefusalDeviation[] = [
  {
    name: 'refusal-without-code',
    title: 'leaves responseCode out of a refusal',
    trips: 'shape',
    // What refuses another method without a code is a router, which is another requirement's matter.
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }) =>
        faultClass === 'method' ? answer : withoutMember(answer, 'responseCode'),
      ),
  },
  {
    name: 'refusal-without-message',
    title: 'leaves responseMessage out of a refusal',
    trips: 'shape',
    apply: (policy) => changeRefusal(policy, (answer) => withoutMember(answer, 'responseMessage')),
  },
  {
    name: 'error-message-as-number',
    title: 'sends the number of a text as responseMessage of a refusal',
    trips: 'shape',
    apply: (policy) =>
      changeRefusal(policy, (answer) => withMembers(answer, { responseMessage: 42 })),
  },
  {
    name: 'refusal-as-bare-text',
    title: 'answers a missing field with a bare text under the Content-Type of JSON',
    trips: 'shape',
    apply: (policy) =>
      changeRefusal(policy, (answer) => ({ ...answer, serialise: () => 'Bad request' }), [
        'missing-field',
      ]),
  },
  {
    name: 'refusal-in-a-list',
    title: 'answers a missing field with a list of what is wrong',
    trips: 'shape',
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) => ({ ...answer, serialise: (body) => JSON.stringify([body]) }),
        ['missing-field'],
      ),
  },
  {
    name: 'code-with-a-leading-zero',
    title: 'writes responseCode of a refusal with eight digits, the first of them 0',
    trips: 'seven-digits',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: `0${codeOf(answer)}` }),
      ),
  },
  {
    name: 'code-with-a-trailing-zero',
    title: 'writes responseCode of a refusal with eight digits, the last of them 0',
    trips: 'seven-digits',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseCode: `${codeOf(answer)}0` }),
      ),
  },
  {
    name: 'message-one-character-too-long',
    title: 'fills responseMessage of a refusal up to 151 characters',
    trips: 'message-length',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, {
          responseMessage: filledMessage(answer.body['responseMessage'], longestMessage + 1),
        }),
      ),
  },
  {
    name: 'run-together-messages',
    title: 'writes the words of a message without the blanks between them',
    trips: 'message-pattern',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, {
          responseMessage: String(answer.body['responseMessage']).replaceAll(' ', ''),
        }),
      ),
  },
];
