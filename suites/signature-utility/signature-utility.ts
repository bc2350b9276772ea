import type { UtilityPart } from '../../src/engine/request/utility-draft.js';
import { signatureUtilityAdapter } from '../../src/engine/services/signature-utility.js';
import type { Service } from '../../src/engine/session/service.js';
import { grantRules, refusalRules } from './rules.js';

/** One of a portal's two services, which sign for anyone who tries it out. */
export function signatureUtility(part: UtilityPart): Service<'signature-utility'> {
  return {
    adapter: signatureUtilityAdapter(part),
    grants: () => grantRules(part),
    refusals: () => refusalRules(part),
  };
}
