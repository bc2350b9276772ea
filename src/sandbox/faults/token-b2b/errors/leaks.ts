import { withMembers } from '../../../answers/change-answer.js';
import { changeRefusal } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** Adds to the answer to a wrong signature what belongs in the log. */
function shows(name: string, title: string, text: string): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/errors/no-leak'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withMembers(answer, { trace: text }), [
        'invalid-signature',
      ]),
  };
}

/** What a refusal gives away about the server's internals, one fault of each kind. */
export const tokenB2bLeakFaults: readonly TokenB2bFault[] = [
  shows(
    'shows-python-traceback',
    'shows the traceback of its handler',
    'Traceback (most recent call last):\n  verify(request)\nInvalidSignature',
  ),
  shows(
    'shows-goroutine',
    'shows the panic of its worker',
    'panic: verification failed\n\ngoroutine 17 [running]:\nmain.verify()',
  ),
  shows(
    'shows-exception',
    'shows which exception its library throws',
    'java.security.SignatureException: Signature does not match',
  ),
  shows(
    'shows-sql-error',
    "shows its database's error about the log that it could not write",
    'ORA-00942: table or view does not exist',
  ),
  shows('shows-unix-path', 'shows which file of its server answers', 'thrown in /app/s.js'),
  shows(
    'shows-windows-path',
    'shows which library of its Windows server answers',
    'thrown in C:\\inetpub\\snap\\Token.dll',
  ),
  shows(
    'shows-framework-page',
    "wraps its framework's error page into the refusal",
    '<html><body><h1>Whitelabel Error Page</h1></body></html>',
  ),
];
