import { area } from '../../src/engine/checks/area.js';
import { judgedChecks, refusesMissingHeader, signs } from './common-checks.js';
import { earlier, header, withBody } from './mutations.js';
import { signatureUtility } from './signature-utility.js';

const spaced = '{\n  "name": "  Jokul  Doe ",\n  "amount": { "value": "1.0", "unit": 1.0 }\n}';

export const service = area(signatureUtility('service'), 'service', [
  signs('service', (t) => [
    earlier(t, 5),
    withBody(spaced, 'the body has line breaks, and spaces within its strings'),
    header(
      'EndpoinUrl',
      '/api/v1.0/balance-inquiry?page=2&limit=10',
      'EndpoinUrl has a query, unsorted',
    ),
  ]),
  refusesMissingHeader('service'),
  ...judgedChecks('service'),
]);
