import type { Service } from '../../src/engine/session/service.js';
import type { UtilityPart } from '../../src/engine/request/utility-draft.js';
import { utilityRequests } from '../../src/engine/services/signature-utility.js';
import { grantRules, refusalRules } from './rules.js';

/** One of the two services of a portal that sign for whoever tries it out. */
export function signatureUtility(part: UtilityPart): Service<'signature-utility'> {
  return {
    requests: utilityRequests(part),
    grants: () => grantRules(part),
    refusals: () => refusalRules(part),
  };
}
