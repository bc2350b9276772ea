import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import { judgedChecks, refusesMissingHeader, signs } from './common-checks.js';
import { earlier, header, withBody } from './mutations.js';
import { signatureUtility } from './signature-utility.js';

const spaced = '{\n  "name": "  Jokul  Doe ",\n  "amount": { "value": "1.0", "unit": 1.0 }\n}';

export const service = area(signatureUtility('service'), 'service', [
  signs('service', (t) => [
    earlier(t, 5),
    withBody(spaced, say('signature-utility/request/spaced-body')),
    header(
      'EndpoinUrl',
      '/api/v1.0/balance-inquiry?page=2&limit=10',
      say('signature-utility/request/unsorted-query'),
    ),
  ]),
  refusesMissingHeader('service'),
  ...judgedChecks('service'),
]);
