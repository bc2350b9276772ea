import type { Transaction } from '../../../schemas/resolved.js';
import { bodyHash } from '../../protocol/body-hash.js';
import { schemes } from '../../protocol/scheme.js';
import { signedPath } from '../../protocol/signed-path.js';
import { transactionStringToSign } from '../../protocol/transaction-string-to-sign.js';
import type { Decision } from '../answers/decision.js';
import { headerOf, type Received } from '../answers/received.js';
import { refuse } from '../answers/refuse.js';
import { snapAnswer, stampOf } from '../answers/sandbox-answer.js';
import type { Registry } from '../tokens/client.js';
import { readSignature } from '../tokens/read-signature.js';
import {
  type SandboxCall,
  type TransactionAttempt,
  type TransactionPolicy,
  transactionStepNames,
} from './policy.js';
import { transactionSteps } from './steps.js';

/** The policy of a server that keeps to the profile, for one service. */
export function conformingTransactions(
  settings: Transaction,
  call: SandboxCall,
): TransactionPolicy {
  const { bodyHash: hash, pathMode, signature, signedPath: change } = settings;
  const scheme = schemes[settings.scheme];
  const own = Object.entries(settings.answers).map(([faultClass, documented]) => [
    faultClass,
    documented === 'unspecified'
      ? documented
      : documented.map((answer) => ({
          ...answer,
          code: answer.code.replace('xx', call.serviceCode),
        })),
  ]);
  return {
    settings: {
      ...settings,
      answers: Object.fromEntries(own) as Transaction['answers'],
      serviceCode: call.serviceCode,
    },
    call,
    header: headerOf,
    // RFC 9110 section 11.1: letter case means nothing in the scheme.
    readToken: (authorization) => /^bearer +(\S+) *$/i.exec(authorization)?.[1],
    findToken: (token, { tokens, now }) => {
      const known = tokens.get(token);
      return known && known.expiresAt > now ? known : undefined;
    },
    findCustomerToken: (token, { customerTokens, now }) => {
      const known = customerTokens.get(token);
      return known && known.expiresAt > now ? known : undefined;
    },
    signed: {
      method: ({ received }) => received.method,
      path: ({ received }) => signedPath(received.target, pathMode, change),
      token: ({ token }) => (scheme.signsToken ? token : undefined),
      bodyHash: ({ received }) => bodyHash(received.body, hash.minify),
      timestamp: ({ header }) => header('X-TIMESTAMP') ?? '',
      stringToSign: (parts) => transactionStringToSign(parts, signature.delimiter),
    },
    verify: (stringToSign, text, client) => {
      const bytes = readSignature(signature, text);
      return bytes !== undefined && scheme.verify(client, stringToSign, bytes);
    },
    steps: transactionSteps(settings, call),
    onGrant: (answer) => answer,
    onRefusal: (answer) => answer,
  };
}

/** Answers one transaction: the first step that refuses decides; one that passes all is carried out. */
export function answerTransaction(
  policy: TransactionPolicy,
  clients: Registry,
  issued: Pick<TransactionAttempt, 'tokens' | 'customerTokens'>,
  received: Received,
): Decision {
  const { settings, call } = policy;
  const attempt: TransactionAttempt = {
    received,
    now: Date.now(),
    clients,
    ...issued,
    header: (name) => policy.header(received, name),
  };
  for (const name of transactionStepNames) {
    const refusal = policy.steps[name](attempt, policy);
    if (refusal)
      return {
        answer: policy.onRefusal(refuse(settings, refusal, attempt.now), refusal, attempt),
        refused: { step: name, refusal, ...learntOf(attempt, policy) },
      };
  }
  const [listed = 'unspecified'] = [settings.success.code].flat();
  const code = listed === 'unspecified' ? '200xx00' : listed;
  const timestamp = stampOf(settings.success.headers, attempt.now);
  const answer = snapAnswer(200, timestamp, {
    responseCode: code.replace('xx', call.serviceCode),
    responseMessage: 'Successful',
    referenceNo: '2020102977770000000009',
    additionalInfo: {},
  });
  return { answer: policy.onGrant(answer, attempt) };
}

/** What is known of a transaction and its tokens, expired ones too. */
function learntOf(
  { now, client, token, tokens, customerTokens, header }: TransactionAttempt,
  { readToken }: TransactionPolicy,
) {
  const customerToken = readToken(header('Authorization-Customer') ?? '');
  return {
    now,
    client,
    issued: tokens.get(token ?? ''),
    customerIssued: customerTokens.get(customerToken ?? ''),
  };
}
