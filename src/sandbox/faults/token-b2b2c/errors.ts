import type { DocumentedClass } from '../../../protocol/fault-classes.js';
import { withMembers } from '../../answers/change-answer.js';
import { changeRefusal } from '../../policies/change-policy.js';
import { ofTokenB2b2c, type TokenB2b2cFault } from '../fault.js';
import { tokenErrorFaults } from '../shared/token-errors.js';

function answersAsBadRequest(
  faultClass: DocumentedClass,
  name: string,
  title: string,
): TokenB2b2cFault {
  return {
    service: 'token-b2b2c',
    name,
    title,
    trips: [`token-b2b2c/errors/${faultClass}`],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) => ({ ...withMembers(answer, { responseCode: '4007400' }), status: 400 }),
        [faultClass],
      ),
  };
}

/** What is wrong with the answers to refused requests. */
export const tokenB2b2cErrorFaults: readonly TokenB2b2cFault[] = [
  ...tokenErrorFaults.map(ofTokenB2b2c),
  answersAsBadRequest(
    'invalid-code',
    'b2b2c-bad-code-as-bad-request',
    'answers an invalid authCode with the general code of a bad request',
  ),
  answersAsBadRequest(
    'invalid-refresh-token',
    'b2b2c-bad-refresh-token-as-bad-request',
    'answers an invalid refresh token with the general code of a bad request',
  ),
];
