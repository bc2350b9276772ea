import { parseTimestamp } from '../../../protocol/timestamp.js';
import { alsoRefuse } from '../../policies/change-policy.js';
import type { TokenFault } from '../fault.js';

/** A server that doesn't allow for the time that a request takes on its way, in either token service. */
export const fiveSecondWindow: TokenFault = {
  name: 'five-second-window',
  title: 'refuses a valid request that took five seconds to come, or whose clock lags as much',
  trips: ['signature/accepts-valid'],
  apply: (policy) =>
    alsoRefuse(policy, ({ header, now }) => {
      const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
      return parsed.ok && now - parsed.instant > 5000
        ? { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' }
        : undefined;
    }),
};
