import type { Rule } from '../../../src/engine/session/service.js';
import { parseResponseCode } from '../../../src/protocol/response-code.js';
import { grantRulesOf } from '../../shared/grant-rules.js';

/** What the answer to a transaction that was carried out looks like, where a schema can't say it. */
export const grantRules: readonly Rule<'transaction'>[] = [
  ...grantRulesOf('transaction'),
  {
    id: 'transaction/response/status',
    judge: ({ answer }) => {
      const code = parseResponseCode(answer.code ?? '');
      if (!code) return null;
      return code.httpStatus === answer.status
        ? undefined
        : `HTTP ${answer.status} with the code ${answer.code}, which says ${code.httpStatus}`;
    },
  },
];
