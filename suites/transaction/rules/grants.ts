import type { Rule } from '../../../src/engine/session/service.js';
import { say } from '../../../src/messages/message.js';
import { parseResponseCode } from '../../../src/protocol/response-code.js';
import { grantRulesOf } from '../../shared/grant-rules.js';

/** What the answer to a transaction that was carried out must look like, as far as a schema can't say it. */
export const grantRules: readonly Rule<'transaction'>[] = [
  ...grantRulesOf('transaction'),
  {
    id: 'transaction/response/status',
    judge: ({ answer, settings }) => {
      const code = parseResponseCode(answer.code ?? '', settings.serviceCode);
      if (!code || settings.codeForm === 'own') return null;
      return code.httpStatus === answer.status
        ? undefined
        : say('shared/errors/code-of-other-status', {
            status: answer.status,
            code: answer.code,
            codeStatus: code.httpStatus,
          });
    },
  },
];
