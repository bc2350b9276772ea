import { area } from '../../src/engine/checks/area.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { judgedChecks, refusesMissingHeader, signs } from './common-checks.js';
import { earlier, wrongKeys } from './mutations.js';
import { signatureUtility } from './signature-utility.js';

export const auth = area(signatureUtility('auth'), 'auth', [
  signs('auth', (t) => [earlier(t, 5), earlier(t, 61)]),
  refusesMissingHeader('auth'),
  refuses<never, 'signature-utility'>('refuses-wrong-key', {
    as: 'field-format',
    field: 'Private_Key',
    probes: wrongKeys,
  }),
  ...judgedChecks('auth'),
]);
