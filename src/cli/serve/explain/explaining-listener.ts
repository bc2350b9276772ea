import type { Clients, SandboxRules } from '../../../api/configured-sandbox.js';
import { Redactor } from '../../../engine/evidence/redact.js';
import type { Answered, AnswerListener } from '../../../sandbox/answers/decision.js';
import { headerOf, type Received } from '../../../sandbox/answers/received.js';
import { answerLine, headerText } from './answer-text.js';
import { explainRefusal } from './explain-refusal.js';

/** How answers are explained. */
export interface Explaining {
  /** Whose secrets are hidden. */
  clients: Clients;
  /** Names of the faults and variations that are switched on. */
  deviations: readonly string[];
  /** Takes one line for each request. */
  print?: (line: string) => void;
  /** Puts the explanation of a refusal in a header of its answer, too. */
  header: boolean;
}

/** Header of an answer that says why the request was refused. */
export const explanationHeader = 'X-SNAP-EXPLANATION';

const codesRefused =
  'a code is given to a registered client alone; POST with its id as clientId in the query';

/** From this length on, what stands for a token or a signature is one, and not a word such as `undefined`. */
const shortestToken = 16;

/** A listener that says of each request what became of it and, if it was refused, why. No text holds a secret. */
export function explainingListener(explaining: Explaining, rules: SandboxRules): AnswerListener {
  const { clients, deviations, print } = explaining;
  const redactor = new Redactor({ ...clients, tls: {} });
  const explain = ({ service, received, refused, answer }: Answered): string | undefined => {
    if (service === 'auth-codes') return answer.status === 200 ? undefined : codesRefused;
    if (!refused)
      return answer.status < 400
        ? undefined
        : `no step of the sandbox refused it; look at what is switched on: ${deviations.join(', ')}`;
    if (!received) return 'this is no HTTP request to a service; send one';
    return explainRefusal({ service, received, refused, rules }, deviations);
  };
  return (answered) => {
    for (const secret of secretsOf(answered.received)) redactor.learn(secret);
    const explanation = explain(answered);
    const told = explanation === undefined ? undefined : redactor.text(explanation);
    print?.(redactor.text(answerLine(answered, told)));
    return explaining.header && told !== undefined ? { [explanationHeader]: headerText(told) } : {};
  };
}

/** Tokens and signatures of a request, in its headers and its body. */
function secretsOf(received: Received | undefined): string[] {
  if (!received) return [];
  const headers = ['Authorization', 'Authorization-Customer', 'AccessToken', 'X-SIGNATURE'];
  const values = headers.map((name) => headerOf(received, name)?.replace(/^bearer +/i, '') ?? '');
  const members = [
    ...received.body.toString('utf8').matchAll(/"(?:authCode|refreshToken)"\s*:\s*"([^"\\]+)"/g),
  ];
  return [...values, ...members.map(([, value = '']) => value)]
    .map((value) => value.trim())
    .filter((value) => value.length >= shortestToken);
}
